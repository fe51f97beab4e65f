package io.tetherkey.protocol.conformance.encoding;

import io.tetherkey.protocol.conformance.ConformanceCase;
import java.util.List;
import java.util.stream.Stream;

/** All cases of the group ENC. */
public final class EncodingCases {
    private EncodingCases() {}

    public static List<ConformanceCase> all() {
        return Stream.of(ProfileCases.ALL, CommandCases.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
