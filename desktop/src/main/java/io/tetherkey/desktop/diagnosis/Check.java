package io.tetherkey.desktop.diagnosis;

import io.tetherkey.protocol.message.Fault;
import java.util.Optional;

/**
 * How one rung stands.
 *
 * @param fault why it is not good, with sentence and remedy
 * @param udevRule the line that would let this user in, where that is what is missing
 */
public record Check(Step step, StepState state, Optional<Fault> fault, Optional<String> udevRule) {

    static Check of(Step step, StepState state) {
        return new Check(step, state, Optional.empty(), Optional.empty());
    }

    static Check of(Step step, StepState state, Fault fault) {
        return new Check(step, state, Optional.of(fault), Optional.empty());
    }
}
