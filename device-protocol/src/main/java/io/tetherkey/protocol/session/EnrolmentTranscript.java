package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.EnrolmentRequest;
import io.tetherkey.protocol.seal.Suite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The transcript of an enrolment and the labelled inputs of its signatures (PROTOCOL.md, "Enrolment key schedule"). */
final class EnrolmentTranscript {
    private EnrolmentTranscript() {}

    /** TH2 = H(H(EnrolmentOffer) ‖ clear part of the EnrolmentRequest). */
    static byte[] th2(Suite suite, byte[] offer, EnrolmentRequest request) {
        return Transcript.th2(suite, offer, request.clearPart());
    }

    /** By the new key. */
    static byte[] requestInput(byte[] th2) {
        return labelled("TK1 enrolment request", th2);
    }

    /** By the key that is renewed. */
    static byte[] renewalInput(byte[] th2) {
        return labelled("TK1 renewal", th2);
    }

    /** By the new key; the response key is empty for a renewal. */
    static byte[] paymentKeyInput(byte[] th3, byte[] responseKey) {
        return labelled("TK1 payment key set", th3, responseKey);
    }

    private static byte[] labelled(String label, byte[]... parts) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
