package io.tetherkey.desktop.ui.diagnosis;

import io.tetherkey.desktop.diagnosis.Check;
import io.tetherkey.desktop.diagnosis.StepState;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.FaultWords;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The ladder from the cable to the bank in words; used on the UI thread only. */
public final class DiagnosisViewModel {

    private final Texts texts;
    private final ObservableList<CheckLine> lines = FXCollections.observableArrayList();
    private final ObservableList<CheckLine> linesView = FXCollections.unmodifiableObservableList(lines);
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remedy = new ReadOnlyStringWrapper("");
    private List<Check> checks = List.of();
    private Runnable look = () -> {};
    private Runnable again = () -> {};

    public DiagnosisViewModel(Texts texts) {
        this.texts = texts;
        texts.onLanguage(this::render);
    }

    /** The rungs, in order; empty until the first look. */
    public ObservableList<CheckLine> lines() {
        return linesView;
    }

    /** What is wrong, or that nothing is; empty until the first look. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What to do about it; empty where nothing is wrong. */
    public ReadOnlyStringProperty remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    /** Whether a look is under way. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking;
    }

    /** What looks, and then calls {@link #show}. */
    public void onLook(Runnable action) {
        look = action;
    }

    /** What tries phones once more that are left alone. */
    public void onAgain(Runnable action) {
        again = action;
    }

    /** The user wishes for another try, of phones that are left alone too, and a look at what comes of it. */
    public void again() {
        again.run();
        look();
    }

    /** Looks again; does nothing while a look is under way. */
    public void look() {
        if (!looking.get()) {
            looking.set(true);
            look.run();
        }
    }

    /** Takes what was found. */
    public void show(List<Check> found) {
        checks = List.copyOf(found);
        looking.set(false);
        render();
    }

    private void render() {
        lines.setAll(checks.stream().map(this::line).toList());
        Optional<CheckLine> worst = first(StepState.BAD).or(() -> first(StepState.YOUR_TURN));
        remedy.set(worst.flatMap(CheckLine::fault).map(FaultWords::remedy).orElse(""));
        verdict.set(
                checks.isEmpty() ? "" : worst.map(this::verdict).orElseGet(() -> texts.get("diagnosis.verdict.good")));
    }

    private Optional<CheckLine> first(StepState state) {
        return lines.stream().filter(line -> line.state() == state).findFirst();
    }

    private String verdict(CheckLine line) {
        return texts.get(
                "diagnosis.verdict.bad",
                line.name(),
                line.fault().map(FaultWords::title).orElse(line.stateText()));
    }

    private CheckLine line(Check check) {
        String key = "diagnosis." + check.step().id();
        return new CheckLine(
                check.step().id(),
                texts.get(key),
                texts.get(key + ".check"),
                check.state(),
                texts.get("diagnosisstate." + check.state().id()),
                check.fault().map(fault -> FaultWords.of(fault, texts)),
                check.udevRule().orElse(""));
    }
}
