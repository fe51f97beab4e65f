package io.tetherkey.protocol.conformance.phone;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameCodec;
import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** A plugged cable: bytes out as they are given, whole frames in. Used by one thread. */
public final class FrameCable implements AutoCloseable {
    /** How long an answer may take that the phone gives by itself. */
    public static final Duration PROMPTLY = Duration.ofSeconds(5);

    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final long SLICE = 100_000_000;
    private static final int BUFFER = 16_384;

    private final Transport transport;
    private final FrameDecoder decoder = new FrameDecoder();
    private final Queue<FrameResult> arrived = new ArrayDeque<>();
    private final byte[] buffer = new byte[BUFFER];
    private boolean ended;

    public FrameCable(Transport transport) {
        this.transport = transport;
    }

    /** Sends bytes as they are. */
    public void write(byte[] wire) throws TransportException {
        transport.write(wire);
    }

    public void send(Frame frame) throws TransportException {
        write(FrameCodec.encode(frame));
    }

    /**
     * The next frame of the phone.
     *
     * @return empty if none came in time
     * @throws CaseFailure if the phone sent something that is no frame
     * @throws TransportException UNPLUGGED if the phone ended the cable
     */
    public Optional<Frame> next(Duration limit) throws TransportException, CaseFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            FrameResult result = arrived.poll();
            if (result instanceof FrameResult.Accepted(Frame frame)) {
                return Optional.of(frame);
            }
            if (result != null) {
                requirePadding(result);
                continue;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            read(Duration.ofNanos(Math.max(left, 1_000_000)));
        }
    }

    private static void requirePadding(FrameResult result) throws CaseFailure {
        boolean padding =
                result instanceof FrameResult.Ignored(FrameResult.Reason reason) && reason == FrameResult.Reason.EMPTY;
        CaseFailure.unless(padding, "frames from the phone", "bytes that are no frame: " + result);
    }

    private void read(Duration limit) throws TransportException {
        int length = transport.read(buffer, limit);
        if (length < 0) {
            ended = true;
            throw new TransportException(TransportFault.UNPLUGGED, "The phone ended the cable.");
        }
        arrived.addAll(decoder.feed(buffer, length));
    }

    /**
     * The next frame, which must be of this type.
     *
     * @throws CaseFailure if it is another one or none comes promptly
     */
    public Frame expect(FrameType type) throws TransportException, CaseFailure {
        Frame frame = next(PROMPTLY).orElseThrow(() -> new CaseFailure(type.name(), "no answer"));
        CaseFailure.unless(frame.type() == type, type.name(), describe(frame));
        return frame;
    }

    /** What a reader needs to know of a frame. */
    public static String describe(Frame frame) {
        boolean error = frame.type() == FrameType.ERROR && frame.length() > 0;
        return error ? "ERROR " + Answer.name(frame.payload()[0] & 0xFF) : frame.toString();
    }

    /** Waits until the phone ends the cable, and tells whether it did. */
    public boolean awaitEnd(Duration limit) throws CaseFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                next(Duration.ofNanos(Math.min(deadline - System.nanoTime(), SLICE)));
            }
            return ended;
        } catch (TransportException _) {
            ended = true;
            return true;
        }
    }

    /** Pulls the cable; one that was left politely is given time to be closed at the other end first. */
    @Override
    public void close() {
        try {
            if (!ended) {
                awaitEnd(FAREWELL);
            }
        } catch (CaseFailure _) {
            // The case is over; what the phone says now is not judged.
        } finally {
            transport.close();
        }
    }

    /** Pulls the cable at once. */
    public void pull() {
        ended = true;
        transport.close();
    }
}
