package io.tetherkey.protocol.conformance.user;

import io.tetherkey.protocol.conformance.ConformanceCase;
import java.util.List;
import java.util.stream.Stream;

/** All cases of the group USER. */
public final class UserCases {
    private UserCases() {}

    public static List<ConformanceCase> all() {
        return Stream.of(TrustCases.ALL, PaymentCases.ALL, TimeCases.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
