package io.tetherkey.desktop.relay;

import java.util.List;

/** The next state and what is to be done, in order. */
public record EnrolmentStep(EnrolmentState state, List<EnrolmentEffect> effects)
        implements FlowThread.Step<EnrolmentState, EnrolmentEffect> {
    public EnrolmentStep {
        effects = List.copyOf(effects);
    }

    static EnrolmentStep of(EnrolmentState state, EnrolmentEffect... effects) {
        return new EnrolmentStep(state, List.of(effects));
    }
}
