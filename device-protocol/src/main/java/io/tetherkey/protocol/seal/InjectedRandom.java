package io.tetherkey.protocol.seal;

import java.security.SecureRandom;

/** Bouncy Castle asks for a SecureRandom; this one hands on to the injected source. */
final class InjectedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient RandomSource random;

    InjectedRandom(RandomSource random) {
        this.random = random;
    }

    @Override
    public void nextBytes(byte[] target) {
        random.nextBytes(target);
    }
}
