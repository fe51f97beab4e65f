package io.tetherkey.desktop.ui.fault;

import io.tetherkey.desktop.ui.Tone;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** How a flow ended, in words: a title, and below it either a sentence or what went wrong. Empty until it ends. */
public final class Ending {

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper first = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<FaultWords>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringBinding spoken = Bindings.createStringBinding(
            () -> (first.get() + " " + fault.get().map(FaultWords::aloud).orElseGet(sentence::get)).strip(),
            first,
            fault,
            sentence);
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.QUIET);

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What must be known before all else; mostly empty. */
    public ReadOnlyStringProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    /** What was reached; empty where it was not. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What went wrong; empty where nothing did. */
    public ReadOnlyObjectProperty<Optional<FaultWords>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** The sentence, or the cause and remedy of the fault, for who listens instead of looks. */
    public ObservableValue<String> spokenProperty() {
        return spoken;
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /** Nothing has ended. */
    public void clear() {
        tell("", Tone.QUIET, "", "", Optional.empty());
    }

    /** It ended well. */
    public void reach(String titleNow, String sentenceNow) {
        tell(titleNow, Tone.GOOD, "", sentenceNow, Optional.empty());
    }

    /** It ended otherwise. */
    public void fail(String titleNow, Tone toneNow, FaultWords why) {
        fail(titleNow, toneNow, "", why);
    }

    /** It ended otherwise, and {@code firstNow} must be known before the cause. */
    public void fail(String titleNow, Tone toneNow, String firstNow, FaultWords why) {
        tell(titleNow, toneNow, firstNow, "", Optional.of(why));
    }

    /** The title is there last and goes first, so that nobody is told of half an end. */
    private void tell(String titleNow, Tone toneNow, String firstNow, String sentenceNow, Optional<FaultWords> why) {
        title.set("");
        tone.set(toneNow);
        first.set(firstNow);
        sentence.set(sentenceNow);
        fault.set(why);
        title.set(titleNow);
    }
}
