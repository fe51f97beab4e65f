package io.tetherkey.protocol.link;

import java.util.ArrayList;
import java.util.List;

/** The state after an event, and what to do about it. */
public record HostStep(HostState state, List<HostEffect> effects) {
    public HostStep {
        effects = List.copyOf(effects);
    }

    static HostStep of(HostState state, HostEffect... effects) {
        return new HostStep(state, List.of(effects));
    }

    HostStep and(HostEffect more) {
        List<HostEffect> all = new ArrayList<>(effects);
        all.add(more);
        return new HostStep(state, all);
    }
}
