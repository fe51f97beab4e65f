package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.support.Report;
import io.tetherkey.desktop.support.Taken;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.save.FileSaver;
import io.tetherkey.desktop.ui.save.SavePlace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The report for who helps: made, looked at file by file, and only then saved; used on the UI thread only. */
public final class ReportViewModel {

    private static final String NAME = "tetherkey-report";

    private final Texts texts;
    private final TaskRunner runner;
    private final FileSaver saver;
    private final ObservableList<String> files = FXCollections.observableArrayList();
    private final ObservableList<String> filesView = FXCollections.unmodifiableObservableList(files);
    private final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper taken = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper();
    private Optional<Report> report = Optional.empty();
    private Consumer<Consumer<Report>> maker = ready -> {};

    ReportViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.runner = runner;
        this.saver = new FileSaver(texts);
        chosen.addListener((property, before, now) -> text.set(textOf(now)));
        texts.onLanguage(this::renderTaken);
    }

    /** What makes a report, and hands it over on any thread. */
    public void onMake(Consumer<Consumer<Report>> action) {
        maker = action;
    }

    /** The names of its files; empty before it is made. */
    public ObservableList<String> files() {
        return filesView;
    }

    public ObjectProperty<Optional<String>> chosenProperty() {
        return chosen;
    }

    /** What the chosen file says, exactly as it would be saved. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What was taken out, in words; empty before it is made. */
    public ReadOnlyStringProperty takenProperty() {
        return taken.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty makingProperty() {
        return making.getReadOnlyProperty();
    }

    public FileSaver saver() {
        return saver;
    }

    /** Makes it anew; does nothing while one is being made. */
    public void make() {
        if (!making.get()) {
            making.set(true);
            saver.clear();
            maker.accept(made -> runner.onUi(() -> show(made)));
        }
    }

    void show(Report made) {
        making.set(false);
        report = Optional.of(made);
        files.setAll(made.files().stream().map(Report.File::name).toList());
        chosen.set(Optional.empty());
        chosen.set(files.stream().findFirst());
        renderTaken();
    }

    /** Saves what was shown. */
    public void save(SavePlace place) {
        report.ifPresent(it -> saver.save(NAME, ".zip", it.zip(), place));
    }

    private String textOf(Optional<String> name) {
        return report.flatMap(it -> it.files().stream()
                        .filter(file -> name.equals(Optional.of(file.name())))
                        .findFirst())
                .map(Report.File::text)
                .orElse("");
    }

    private void renderTaken() {
        taken.set(report.map(this::words).orElse(""));
    }

    private String words(Report made) {
        List<Taken> kinds = Arrays.stream(Taken.values())
                .filter(kind -> made.taken().getOrDefault(kind, 0) > 0)
                .toList();
        if (kinds.isEmpty()) {
            return texts.get("report.taken.nothing");
        }
        return texts.get(
                "report.taken",
                kinds.stream()
                        .map(kind -> texts.get(
                                "report.taken.item",
                                texts.get("report.taken." + kind.id()),
                                made.taken().getOrDefault(kind, 0)))
                        .collect(Collectors.joining(texts.get("report.taken.comma"))));
    }
}
