package io.tetherkey.protocol.host;

import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.LinkLimits;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Greets a phone and takes leave at once, to find out whether TetherKey answers there. */
public final class PhoneProbe {
    private final TransportOpener opener;
    private final RandomGenerator random;
    private final Duration patience;

    /** @param patience how long a phone may take to answer */
    public PhoneProbe(TransportOpener opener, RandomGenerator random, Duration patience) {
        this.opener = opener;
        this.random = random;
        this.patience = patience;
    }

    /** Why no phone can be used at the address; empty if one answers. */
    public Optional<TransportException> trouble(PhoneAddress address) throws InterruptedException {
        byte[] nonce = new byte[LinkLimits.NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            LinkedPhoneClient.open(opener.open(address), Hello.of(nonce), () -> System.nanoTime() / 1_000_000, patience)
                    .close();
            return Optional.empty();
        } catch (TransportException e) {
            return Optional.of(e);
        }
    }
}
