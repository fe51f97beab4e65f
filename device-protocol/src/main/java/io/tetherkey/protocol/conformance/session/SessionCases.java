package io.tetherkey.protocol.conformance.session;

import io.tetherkey.protocol.conformance.ConformanceCase;
import java.util.List;
import java.util.stream.Stream;

/** All cases of the group SESS. */
public final class SessionCases {
    private SessionCases() {}

    public static List<ConformanceCase> all() {
        return Stream.of(
                        OfferCases.ALL,
                        AcceptCases.ALL,
                        StepCases.ALL,
                        MessageCases.ALL,
                        ResultCases.ALL,
                        LoginCases.ALL,
                        PendingCases.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
