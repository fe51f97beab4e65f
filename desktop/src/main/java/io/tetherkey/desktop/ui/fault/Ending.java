package io.tetherkey.desktop.ui.fault;

import io.tetherkey.desktop.ui.Tone;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;

/** How a flow ended, in words: a title, and below it either a sentence or what went wrong. */
public interface Ending {

    ReadOnlyStringProperty titleProperty();

    /** What was reached; empty where it was not. */
    ReadOnlyStringProperty sentenceProperty();

    /** What went wrong; empty where nothing did. */
    ReadOnlyObjectProperty<Optional<FaultWords>> faultProperty();

    /** The sentence, or the cause and remedy of the fault, for who listens instead of looks. */
    ObservableValue<String> spokenProperty();

    ReadOnlyObjectProperty<Tone> toneProperty();
}
