package io.tetherkey.desktop.relay;

import java.util.List;

/** The next state and what is to be done, in order. */
public record FlowStep(FlowState state, List<FlowEffect> effects) implements FlowThread.Step<FlowState, FlowEffect> {

    public FlowStep {
        effects = List.copyOf(effects);
    }

    static FlowStep of(FlowState state, FlowEffect... effects) {
        return new FlowStep(state, List.of(effects));
    }
}
