package io.tetherkey.protocol.seal;

import java.security.SecureRandom;

/** Where random bytes come from: the system in the programs, a fixed stream in test vectors. */
@FunctionalInterface
public interface RandomSource {
    /** Fills the whole array with unpredictable bytes. */
    void nextBytes(byte[] target);

    /** {@code length} fresh bytes. */
    default byte[] bytes(int length) {
        byte[] fresh = new byte[length];
        nextBytes(fresh);
        return fresh;
    }

    /** The operating system's generator. */
    static RandomSource secure() {
        return new SecureRandom()::nextBytes;
    }
}
