package io.tetherkey.protocol.transport.memory;

import io.tetherkey.protocol.transport.PlugGate;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.time.Duration;
import java.util.Optional;

/** The phone's socket for a PC in the same process, which plugs in with {@link #connect()}. */
public final class MemoryPhonePort implements TransportListener {
    private final PlugGate gate = new PlugGate();

    /**
     * Plugs the PC's end in.
     *
     * @throws TransportException with {@link TransportFault#ABSENT} while unplugged, with
     *     {@link TransportFault#IN_USE} while another connection lives
     */
    public Transport connect() throws TransportException {
        MemoryTransport.Pair pair = MemoryTransport.pair();
        MemoryTransport phone = pair.phone();
        return switch (gate.offer(phone, phone::isOpen)) {
            case ADMITTED -> pair.host();
            case UNPLUGGED -> throw new TransportException(TransportFault.ABSENT, "No phone is plugged in.");
            case IN_USE ->
                throw new TransportException(TransportFault.IN_USE, "The phone is connected to another program.");
        };
    }

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return gate.accept(timeout);
    }

    @Override
    public void plug() {
        gate.plug();
    }

    @Override
    public void unplug() {
        gate.unplug();
    }

    @Override
    public void close() {
        gate.close();
    }
}
