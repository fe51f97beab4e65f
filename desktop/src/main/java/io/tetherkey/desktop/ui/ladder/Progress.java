package io.tetherkey.desktop.ui.ladder;

import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What a flow tells of itself while it is under way: its steps, and the one thing to do now. A step that takes over 3 s is
 * named, and after 10 s the diagnosis is offered.
 *
 * @param <R> its steps
 */
public final class Progress<R extends Progress.StepLine> {

    /** After this long the step that is waited for is named. */
    private static final Duration SLOW = Duration.ofSeconds(3);

    /** After this long the diagnosis is offered. */
    private static final Duration STUCK = Duration.ofSeconds(10);

    /** One step in words. */
    public interface StepLine {
        /** The stable word for node ids. */
        String id();

        String label();

        RungState state();

        String stateText();
    }

    /** What is waited for. */
    public enum WaitsFor {
        /** Something that should be done soon. */
        WORK,
        /** A person, who may take their time, or nobody. */
        NO_WORK
    }

    /**
     * All that is told in one state.
     *
     * @param left how long the phone waits for its user, or what becomes of the flow while phone or bank is away
     * @param fault what keeps the flow waiting; told in the place of {@code now}
     */
    public record Telling<R>(
            List<R> rungs, String now, String left, Tone tone, Optional<FaultWords> fault, WaitsFor waits) {
        public Telling {
            rungs = List.copyOf(rungs);
        }
    }

    private final Texts texts;
    private final TaskRunner runner;
    private final ObservableList<R> rungs = FXCollections.observableArrayList();
    private final ObservableList<R> rungsShown = FXCollections.unmodifiableObservableList(rungs);
    private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper slow = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stuck = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.QUIET);
    private final ReadOnlyObjectWrapper<Optional<FaultWords>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringBinding spoken = Bindings.createStringBinding(
            () -> fault.get().map(FaultWords::aloud).orElseGet(now::get), fault, now);
    private Telling<R> told = new Telling<>(List.of(), "", "", Tone.QUIET, Optional.empty(), WaitsFor.NO_WORK);
    private @Nullable Object step;
    private boolean slowNow;
    private int generation;
    private Runnable diagnose = () -> {};

    public Progress(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.runner = runner;
    }

    /** The steps in order. */
    public ObservableList<R> rungs() {
        return rungsShown;
    }

    /** The one thing to do now; empty where nothing is, or where a fault is told in its place. */
    public ReadOnlyStringProperty nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** What takes longer than usual, empty while nothing does. */
    public ReadOnlyStringProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }

    /** How long the phone waits for its user, or what becomes of the flow while phone or bank is away; else empty. */
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Whether a step hangs for so long that it is worth asking why. */
    public ReadOnlyBooleanProperty stuckProperty() {
        return stuck.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /** What keeps the flow waiting, as the catalogue says it. */
    public ReadOnlyObjectProperty<Optional<FaultWords>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** What to do now or what keeps it waiting, for who listens instead of looks. */
    public ObservableValue<String> spokenProperty() {
        return spoken;
    }

    /** Runs {@code open} when the user asks why a step hangs. */
    public void onDiagnose(Runnable open) {
        diagnose = open;
    }

    /** Opens the diagnosis. */
    public void diagnose() {
        diagnose.run();
    }

    /**
     * Takes what is told now.
     *
     * @param at the step that is reached; as long as it stays equal, its time runs on
     */
    public void tell(Object at, Telling<R> telling) {
        told = telling;
        if (!Objects.equals(at, step)) {
            step = at;
            slowNow = false;
            stuck.set(false);
            int watched = ++generation;
            runner.later(SLOW, () -> nameIfStill(watched));
            runner.later(STUCK, () -> stuck.set(stuck.get() || watched == generation && hangs()));
        }
        render();
    }

    private boolean hangs() {
        return told.waits() == WaitsFor.WORK;
    }

    private void nameIfStill(int watched) {
        slowNow = watched == generation;
        render();
    }

    private void render() {
        if (!told.rungs().equals(rungs)) {
            rungs.setAll(told.rungs());
        }
        left.set(told.left());
        now.set(told.fault().isPresent() ? "" : told.now());
        fault.set(told.fault().map(why -> why.untitled().withRemedy(texts.get(Now.BANK_AWAY.key(), why.remedy()))));
        tone.set(told.tone());
        slow.set(slowText());
    }

    private String slowText() {
        return slowNow && hangs()
                ? told.rungs().stream()
                        .filter(rung -> rung.state() == RungState.WORKING)
                        .findFirst()
                        .map(rung -> texts.get("now.slow", rung.label()))
                        .orElse("")
                : "";
    }
}
