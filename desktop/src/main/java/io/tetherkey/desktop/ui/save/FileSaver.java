package io.tetherkey.desktop.ui.save;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.ui.Texts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Saves a file where the user chooses; one that is there is replaced only after the user said so. */
public final class FileSaver {

    private final Texts texts;
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asks = new ReadOnlyBooleanWrapper();
    private Optional<Waiting> waiting = Optional.empty();

    /** Ready to be written, but something is in its place. */
    private record Waiting(Path file, byte[] content) {}

    public FileSaver(Texts texts) {
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

    /** Takes question and answer back. */
    public void clear() {
        waiting = Optional.empty();
        asks.set(false);
        told.set("");
    }

    /** Says that there is nothing to save. */
    public void failed() {
        clear();
        told.set(texts.get("history.save.failed"));
    }

    /**
     * Asks for a place and writes there.
     *
     * @param name what is suggested, without its extension
     * @param extension with its dot; added where the user left it out
     */
    public void save(String name, String extension, byte[] content, SavePlace place) {
        clear();
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
}
