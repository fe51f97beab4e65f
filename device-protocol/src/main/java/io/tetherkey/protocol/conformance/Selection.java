package io.tetherkey.protocol.conformance;

import java.util.List;
import java.util.Set;

/**
 * Which cases are run.
 *
 * @param groups only these; empty for all
 * @param ids only these; empty for all
 * @param slow whether cases that wait for a time-out of minutes are run without being named
 * @param sacrifice whether cases may make a slot void
 */
public record Selection(Set<CaseGroup> groups, Set<CaseId> ids, boolean slow, boolean sacrifice) {
    public Selection {
        groups = Set.copyOf(groups);
        ids = Set.copyOf(ids);
    }

    /** All cases. */
    public static Selection everything() {
        return new Selection(Set.of(), Set.of(), true, true);
    }

    public Selection ofGroups(Set<CaseGroup> only) {
        return new Selection(only, ids, slow, sacrifice);
    }

    /** Those of the cases that are asked for, in their order. */
    public List<ConformanceCase> of(List<ConformanceCase> cases) {
        return cases.stream().filter(this::asksFor).toList();
    }

    private boolean asksFor(ConformanceCase each) {
        if (ids.contains(each.id())) {
            return true;
        }
        boolean wanted =
                ids.isEmpty() && (groups.isEmpty() || groups.contains(each.id().group()));
        boolean spared =
                (each.needs().contains(Need.TIME) && !slow) || (each.needs().contains(Need.SACRIFICE) && !sacrifice);
        return wanted && !spared;
    }
}
