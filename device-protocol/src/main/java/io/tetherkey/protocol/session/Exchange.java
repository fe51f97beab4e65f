package io.tetherkey.protocol.session;

import io.tetherkey.protocol.seal.Hashes;
import java.security.MessageDigest;

/**
 * How far an end has come, and the last answer, so that the same bytes in give the stored bytes out.
 *
 * @param received sealed messages taken after the Accept
 * @param sent sealed messages sent after the Accept
 * @param lastInHash SHA-256 of the last message taken, empty before the first
 * @param lastOut the last message sent, empty while the last one taken is not answered yet
 */
record Exchange(long received, long sent, byte[] lastInHash, byte[] lastOut) {

    boolean isLast(byte[] message) {
        return MessageDigest.isEqual(lastInHash, Hashes.sha256(message));
    }

    boolean isAnswered() {
        return lastOut.length > 0;
    }

    Exchange taken(byte[] message) {
        return new Exchange(received + 1, sent, Hashes.sha256(message), new byte[0]);
    }

    Exchange answered(byte[] message) {
        return new Exchange(received, sent + 1, lastInHash, message);
    }
}
