package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.encoding.EncodingCases;
import io.tetherkey.protocol.conformance.link.LinkCases;
import io.tetherkey.protocol.conformance.session.SessionCases;
import io.tetherkey.protocol.conformance.slot.SlotCases;
import io.tetherkey.protocol.conformance.user.UserCases;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every case of the kit, in the order in which they are run: those that spend a slot come last. */
public final class ConformanceSuite {
    private static final List<ConformanceCase> CASES = Stream.of(
                    LinkCases.all(), EncodingCases.all(), SessionCases.all(), SlotCases.all(), UserCases.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing((ConformanceCase each) -> each.needs().contains(Need.SACRIFICE))
                    .thenComparing(ConformanceCase::id))
            .toList();

    private ConformanceSuite() {}

    public static List<ConformanceCase> cases() {
        return CASES;
    }
}
