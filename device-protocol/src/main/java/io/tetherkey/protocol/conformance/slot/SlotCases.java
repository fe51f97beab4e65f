package io.tetherkey.protocol.conformance.slot;

import io.tetherkey.protocol.conformance.ConformanceCase;
import java.util.List;
import java.util.stream.Stream;

/** All cases of the group SLOT. */
public final class SlotCases {
    private SlotCases() {}

    public static List<ConformanceCase> all() {
        return Stream.of(BoardCases.ALL, VoidCases.ALL, EnrolmentCases.ALL, DeletionCases.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
