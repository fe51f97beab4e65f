package io.tetherkey.desktop.ui.ladder;

import io.tetherkey.desktop.ui.Tone;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;

/** What a flow tells of itself while it is under way: its steps, and the one thing to do now. */
public interface Progress {

    /** The steps in order. */
    ObservableList<? extends StepLine> rungs();

    /** The one thing to do now. */
    ReadOnlyStringProperty nowProperty();

    /** What takes longer than usual, empty while nothing does. */
    ReadOnlyStringProperty slowProperty();

    /** How long the phone waits for its user, empty while it does not. */
    ReadOnlyStringProperty leftProperty();

    /** Whether a step hangs for so long that it is worth asking why. */
    ReadOnlyBooleanProperty stuckProperty();

    /** Opens the diagnosis. */
    void diagnose();

    ReadOnlyObjectProperty<Tone> toneProperty();

    /** One step in words. */
    interface StepLine {
        /** The stable word for node ids. */
        String id();

        String label();

        RungState state();

        String stateText();
    }
}
