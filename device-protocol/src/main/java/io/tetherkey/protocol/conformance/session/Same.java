package io.tetherkey.protocol.conformance.session;

import io.tetherkey.protocol.conformance.CaseFailure;
import java.util.Arrays;

/** What was answered once must be answered again byte for byte. */
final class Same {
    private Same() {}

    static void bytes(byte[] first, byte[] again) throws CaseFailure {
        CaseFailure.unless(
                Arrays.equals(first, again),
                "the stored answer byte for byte, " + first.length + " bytes",
                "other bytes, " + again.length + " of them");
    }
}
