package io.tetherkey.protocol.host;

import io.tetherkey.protocol.link.FaultyWire;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import java.time.Duration;
import java.util.Optional;

/** A phone's socket whose connections spoil what the phone sends. */
record FaultyListener(TransportListener port, FaultyWire outbound) implements TransportListener {

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return port.accept(timeout).map(cable -> new FaultyTransport(cable, outbound));
    }

    @Override
    public void plug() {
        port.plug();
    }

    @Override
    public void unplug() {
        port.unplug();
    }

    @Override
    public void close() {
        port.close();
    }
}
