package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.Suite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The running hash over what was said, and the labelled inputs of signatures and MACs (PROTOCOL.md, "Transcript"). */
final class Transcript {
    private static final byte[] ACCEPT_SIGNATURE = ascii("TK1 accept signature");
    private static final byte[] RESPONSE = ascii("TK1 response");
    private static final byte[] AUTHORIZATION_KEY = ascii("TK1 authorization key");
    private static final byte[] AUTHORIZATION = ascii("TK1 authorization");

    private Transcript() {}

    /** TH2 = H(H(Offer) ‖ clear part of the Accept). */
    static byte[] th2(Suite suite, byte[] offer, byte[] acceptClearPart) {
        return suite.transcriptHash(suite.transcriptHash(offer), acceptClearPart);
    }

    /** The same, from an Accept whose sealed field is not known yet or does not matter. */
    static byte[] th2(Suite suite, byte[] offer, Accept accept) {
        return th2(suite, offer, accept.clearPart());
    }

    /** TH3 = H(TH2 ‖ Accept). */
    static byte[] th3(Suite suite, byte[] th2, byte[] accept) {
        return suite.transcriptHash(th2, accept);
    }

    static byte[] acceptSignatureInput(byte[] th2) {
        return concat(ACCEPT_SIGNATURE, th2);
    }

    static byte[] responseInput(byte[] th3, byte[] random) {
        return concat(RESPONSE, th3, random);
    }

    /** The key of the Authorization's MAC: it serves this session alone, so the chip need not keep the response key. */
    static byte[] authorizationKey(byte[] responseKey, byte[] th3) {
        return Hashes.hmacSha256(responseKey, concat(AUTHORIZATION_KEY, th3));
    }

    static byte[] authorizationInput(byte[] evidence) {
        return concat(AUTHORIZATION, evidence);
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
