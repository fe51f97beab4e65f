package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.history.pdf.ReceiptPdf;
import io.tetherkey.desktop.history.pdf.Sheet;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.desktop.ui.save.FileSaver;
import io.tetherkey.desktop.ui.save.SavePlace;
import io.tetherkey.protocol.trust.ExportedReceipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** Saves a payment as receipt file or PDF. */
public final class ReceiptSaver {

    private final Texts texts;
    private final FileSaver files;
    private final ReceiptMark mark;

    ReceiptSaver(Texts texts, ReceiptMark mark) {
        this.texts = texts;
        this.mark = mark;
        this.files = new FileSaver(texts);
    }

    /** What became of it, or what is asked; empty before. */
    public ReadOnlyStringProperty toldProperty() {
        return files.toldProperty();
    }

    /** Whether the user is asked to replace a file. */
    public ReadOnlyBooleanProperty asksProperty() {
        return files.asksProperty();
    }

    void clear() {
        files.clear();
    }

    public void saveReceipt(HistoryRow row, SavePlace place) {
        save(row, place, ExportedReceipt.EXTENSION, row.entry().receiptFile());
    }

    public void savePdf(HistoryRow row, SavePlace place) {
        try {
            save(row, place, ".pdf", ReceiptPdf.of(sheet(row)));
        } catch (IOException e) {
            files.failed();
        }
    }

    private void save(HistoryRow row, SavePlace place, String extension, byte[] content) {
        String name = row.entry().receiptNumber().orElse(row.entry().orderId()).replaceAll("[^A-Za-z0-9_-]", "_");
        files.save(name, extension, content, place);
    }

    /** The user said that the file may be replaced. */
    public void replace() {
        files.replace();
    }

    /** The user keeps what is there. */
    public void keep() {
        files.keep();
    }

    private Sheet sheet(HistoryRow row) {
        List<Sheet.Line> lines = new ArrayList<>();
        row.entry().order().ifPresent(order -> {
            line(lines, "history.description", VisibleText.of(order.description()));
            line(lines, "history.account", VisibleText.of(order.payeeAccount()));
        });
        line(lines, "history.column.bank", row.bank());
        line(lines, "history.column.date", row.date());
        row.entry().receiptNumber().ifPresent(number -> line(lines, "result.receipt", number));
        line(lines, "history.order", row.entry().orderId());
        return new Sheet(
                texts.get("history.pdf.title"),
                mark == ReceiptMark.DEMO ? texts.get("app.demo") : "",
                row.payee(),
                row.amount(),
                row.result(),
                row.proof(),
                lines,
                texts.get("history.pdf.note"));
    }

    private void line(List<Sheet.Line> lines, String key, String value) {
        lines.add(new Sheet.Line(texts.get(key), value));
    }
}
