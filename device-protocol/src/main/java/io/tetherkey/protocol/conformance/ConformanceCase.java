package io.tetherkey.protocol.conformance;

import java.util.Set;

/**
 * One thing that a phone must keep.
 *
 * @param section the heading of PROTOCOL.md that asks for it
 * @param requirement one sentence
 * @param needs what must be there to run it
 */
public record ConformanceCase(CaseId id, String section, String requirement, Set<Need> needs, CaseDeed deed) {
    public ConformanceCase {
        needs = Set.copyOf(needs);
    }

    /** @param id as {@link CaseId#parse} reads it */
    public static ConformanceCase of(String id, String section, String requirement, CaseDeed deed, Need... needs) {
        CaseId parsed = CaseId.parse(id).orElseThrow(() -> new IllegalArgumentException("no case id: " + id));
        return new ConformanceCase(parsed, section, requirement, Set.of(needs), deed);
    }
}
