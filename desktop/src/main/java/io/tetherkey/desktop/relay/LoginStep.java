package io.tetherkey.desktop.relay;

import java.util.List;

/** The next state and what is to be done, in order. */
public record LoginStep(LoginState state, List<LoginEffect> effects)
        implements FlowThread.Step<LoginState, LoginEffect> {
    public LoginStep {
        effects = List.copyOf(effects);
    }

    static LoginStep of(LoginState state, LoginEffect... effects) {
        return new LoginStep(state, List.of(effects));
    }
}
