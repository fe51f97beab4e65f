package io.tetherkey.protocol.host;

import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;

/** A client over a cable that a test has made itself. */
public final class ClientOnCable {
    private ClientOnCable() {}

    public static PhoneClient open(Transport cable) throws TransportException, InterruptedException {
        return LinkedPhoneClient.open(
                cable, Hello.of(new byte[8]), () -> System.nanoTime() / 1_000_000, Duration.ofSeconds(60));
    }
}
