package io.tetherkey.desktop.ui.diagnosis;

import io.tetherkey.desktop.diagnosis.StepState;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import java.util.Optional;

/**
 * One rung in words.
 *
 * @param id stable
 * @param question what is checked
 * @param fault what was found, and what to do about it; empty where nothing is amiss
 * @param udevRule empty where none is needed
 */
public record CheckLine(
        String id,
        String name,
        String question,
        StepState state,
        String stateText,
        Optional<FaultWords> fault,
        String udevRule) {

    /** How it is coloured. */
    Tone tone() {
        return switch (state) {
            case GOOD -> Tone.GOOD;
            case BAD -> Tone.BAD;
            case YOUR_TURN -> Tone.YOUR_TURN;
            case NOT_CHECKED -> Tone.QUIET;
        };
    }
}
