package io.tetherkey.protocol.session;

import io.tetherkey.protocol.seal.Suite;
import java.security.MessageDigest;

/** A chip's answer to a challenge, ready to be compared with what the bank computes. */
public final class ResponseProof {
    private final Suite suite;
    private final byte[] input;
    private final byte[] claimedMac;

    ResponseProof(Suite suite, byte[] input, byte[] claimedMac) {
        this.suite = suite;
        this.input = input;
        this.claimedMac = claimedMac;
    }

    /**
     * Whether the chip holds this response key. Takes the same time for every wrong answer.
     *
     * @param responseKey 32 bytes
     */
    public boolean matches(byte[] responseKey) {
        return MessageDigest.isEqual(suite.mac(responseKey, input), claimedMac);
    }
}
