package io.tetherkey.protocol.session;

import io.tetherkey.protocol.seal.SessionKeys;
import io.tetherkey.protocol.seal.Suite;

/**
 * What both ends share from the Accept on.
 *
 * @param sessionId 16 bytes
 * @param transcriptHash TH3, 32 bytes
 * @param peerSpki the other end's verified signature key, DER; empty at the bank until the certificate is verified
 */
record Established(byte[] sessionId, byte[] transcriptHash, SessionKeys keys, byte[] peerSpki) {
    Suite suite() {
        return keys.suite();
    }
}
