package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.history.pdf.ReceiptPdf;
import io.tetherkey.desktop.history.pdf.Sheet;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.trust.ExportedReceipt;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Saves a payment as receipt file or PDF; a file that is there is replaced only after the user said so. */
public final class ReceiptSaver {

    private final Texts texts;
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asks = new ReadOnlyBooleanWrapper();
    private Optional<Waiting> waiting = Optional.empty();

    /** Ready to be written, but something is in its place. */
    private record Waiting(Path file, byte[] content) {}

    ReceiptSaver(Texts texts) {
        this.texts = texts;
    }

    /** What became of it, or what is asked; empty before. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Whether the user is asked to replace a file. */
    public ReadOnlyBooleanProperty asksProperty() {
        return asks.getReadOnlyProperty();
    }

    void clear() {
        waiting = Optional.empty();
        asks.set(false);
        told.set("");
    }

    public void saveReceipt(HistoryRow row, SavePlace place) {
        save(row, place, ExportedReceipt.EXTENSION, row.entry().receiptFile());
    }

    public void savePdf(HistoryRow row, SavePlace place) {
        try {
            save(row, place, ".pdf", ReceiptPdf.of(sheet(row)));
        } catch (IOException e) {
            told.set(texts.get("history.save.failed"));
        }
    }

    private void save(HistoryRow row, SavePlace place, String extension, byte[] content) {
        clear();
        String name = row.entry().receiptNumber().orElse(row.entry().orderId()).replaceAll("[^A-Za-z0-9_-]", "_");
        place.ask(name + extension).ifPresent(path -> {
            Path file =
                    path.toString().endsWith(extension) ? path : path.resolveSibling(path.getFileName() + extension);
            write(file, content);
        });
    }

    private void write(Path file, byte[] content) {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            told.set(texts.get("history.save.done", file));
        } catch (FileAlreadyExistsException e) {
            waiting = Optional.of(new Waiting(file, content));
            asks.set(true);
            told.set(texts.get("history.save.exists", file.getFileName()));
        } catch (IOException e) {
            told.set(texts.get("history.save.failed"));
        }
    }

    /** The user said that the file may be replaced. */
    public void replace() {
        Optional<Waiting> agreed = waiting;
        clear();
        agreed.ifPresent(it -> {
            try {
                AtomicFile.write(it.file(), it.content());
                told.set(texts.get("history.save.done", it.file()));
            } catch (IOException e) {
                told.set(texts.get("history.save.failed"));
            }
        });
    }

    /** The user keeps what is there. */
    public void keep() {
        clear();
        told.set(texts.get("history.save.kept"));
    }

    private Sheet sheet(HistoryRow row) {
        List<Sheet.Line> lines = new ArrayList<>();
        row.entry().order().ifPresent(order -> order(lines, row, order));
        line(lines, "history.column.bank", row.bank());
        line(lines, "history.column.date", row.date());
        line(lines, "history.column.result", row.result());
        row.entry().receiptNumber().ifPresent(number -> line(lines, "result.receipt", number));
        line(lines, "history.order", row.entry().orderId());
        return new Sheet(texts.get("history.pdf.title"), row.proof(), lines, texts.get("history.pdf.note"));
    }

    private void order(List<Sheet.Line> lines, HistoryRow row, Order order) {
        line(lines, "history.column.payee", row.payee());
        line(lines, "history.column.amount", row.amount());
        line(lines, "history.description", VisibleText.of(order.description()));
        line(lines, "history.account", VisibleText.of(order.payeeAccount()));
    }

    private void line(List<Sheet.Line> lines, String key, String value) {
        lines.add(new Sheet.Line(texts.get(key), value));
    }
}
