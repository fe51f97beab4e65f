package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Where files are, and how much the log holds; used on the UI thread only. */
public final class FilesViewModel {

    /** Shows a folder with the system's own program. */
    @FunctionalInterface
    public interface Opener {

        /** @param failed called from any thread if the system has no such program */
        void open(Path folder, Runnable failed);
    }

    private final Texts texts;
    private final TaskRunner runner;
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ObjectProperty<LogDetail> detail = new SimpleObjectProperty<>(LogDetail.NORMAL);
    private List<KnownFolder> folders = List.of();
    private Opener opener = (folder, failed) -> failed.run();

    FilesViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.runner = runner;
        texts.languageProperty().addListener((property, before, now) -> told.set(""));
    }

    /** What is shown, and what opens it. */
    public void use(List<KnownFolder> known, Opener ready) {
        folders = List.copyOf(known);
        opener = ready;
    }

    /** What changes the log; told at once, and again at each change. */
    public void onDetail(Consumer<LogDetail> log) {
        detail.subscribe(log);
    }

    public List<KnownFolder> folders() {
        return folders;
    }

    public ObjectProperty<LogDetail> detailProperty() {
        return detail;
    }

    /** What became of opening a folder; empty where nothing is to be said. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    public void open(KnownFolder folder) {
        told.set("");
        opener.open(folder.path(), () -> runner.onUi(() -> told.set(texts.get("files.failed"))));
    }
}
