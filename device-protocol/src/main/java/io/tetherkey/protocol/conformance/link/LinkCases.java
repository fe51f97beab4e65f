package io.tetherkey.protocol.conformance.link;

import io.tetherkey.protocol.conformance.ConformanceCase;
import java.util.List;
import java.util.stream.Stream;

/** All cases of the group LINK. */
public final class LinkCases {
    private LinkCases() {}

    public static List<ConformanceCase> all() {
        return Stream.of(HelloCases.ALL, FrameCases.ALL, FragmentCases.ALL, ExchangeCases.ALL, LifeCases.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
