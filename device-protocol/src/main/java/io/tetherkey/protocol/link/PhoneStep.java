package io.tetherkey.protocol.link;

import java.util.ArrayList;
import java.util.List;

/** The state after an event, and what to do about it. */
public record PhoneStep(PhoneState state, List<PhoneEffect> effects) {
    public PhoneStep {
        effects = List.copyOf(effects);
    }

    static PhoneStep of(PhoneState state, PhoneEffect... effects) {
        return new PhoneStep(state, List.of(effects));
    }

    PhoneStep and(PhoneEffect more) {
        List<PhoneEffect> all = new ArrayList<>(effects);
        all.add(more);
        return new PhoneStep(state, all);
    }

    PhoneStep and(List<PhoneEffect> more) {
        List<PhoneEffect> all = new ArrayList<>(effects);
        all.addAll(more);
        return new PhoneStep(state, all);
    }
}
