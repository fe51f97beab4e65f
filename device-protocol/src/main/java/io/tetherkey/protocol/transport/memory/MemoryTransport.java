package io.tetherkey.protocol.transport.memory;

import io.tetherkey.protocol.transport.BytePipe;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;

/** One end of a cable between two threads of this process. */
public final class MemoryTransport implements Transport {
    private final BytePipe inbound;
    private final BytePipe outbound;

    private MemoryTransport(BytePipe inbound, BytePipe outbound) {
        this.inbound = inbound;
        this.outbound = outbound;
    }

    /** The two ends of one cable. Closing either end unplugs it for both. */
    public record Pair(MemoryTransport host, MemoryTransport phone) {}

    /** A new cable, plugged in at both ends. */
    public static Pair pair() {
        BytePipe toPhone = new BytePipe();
        BytePipe toHost = new BytePipe();
        return new Pair(new MemoryTransport(toHost, toPhone), new MemoryTransport(toPhone, toHost));
    }

    @Override
    public void write(byte[] bytes) throws TransportException {
        outbound.put(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        return inbound.take(buffer, timeout);
    }

    @Override
    public void close() {
        outbound.finish();
        inbound.cut();
    }

    boolean isOpen() {
        return inbound.isOpen();
    }
}
