package io.tetherkey.protocol.host;

import io.tetherkey.protocol.link.FaultyWire;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.Optional;

/** A cable that does to the packets of one direction what a wire's plan says. */
record FaultyTransport(Transport cable, FaultyWire outbound) implements Transport {

    @Override
    public void write(byte[] bytes) throws TransportException {
        outbound.send(bytes);
        for (Optional<byte[]> next = outbound.receive(); next.isPresent(); next = outbound.receive()) {
            cable.write(next.get());
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        return cable.read(buffer, timeout);
    }

    @Override
    public void close() {
        cable.close();
    }
}
