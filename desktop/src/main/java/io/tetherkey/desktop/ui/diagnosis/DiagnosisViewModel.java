package io.tetherkey.desktop.ui.diagnosis;

import io.tetherkey.desktop.diagnosis.Check;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.FaultWords;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The ladder from the cable to the bank in words; used on the UI thread only. */
public final class DiagnosisViewModel {

    private final Texts texts;
    private final ObservableList<CheckLine> lines = FXCollections.observableArrayList();
    private final ObservableList<CheckLine> linesView = FXCollections.unmodifiableObservableList(lines);
    private final BooleanProperty looking = new SimpleBooleanProperty();
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
