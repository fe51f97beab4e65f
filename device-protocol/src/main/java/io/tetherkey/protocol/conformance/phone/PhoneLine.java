package io.tetherkey.protocol.conformance.phone;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.frame.Fragmenter;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameCodec;
import io.tetherkey.protocol.frame.FrameLimits;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** An open link: requests by hand or as a whole. Used by one thread; a PING of the phone is answered. */
public final class PhoneLine {
    private final FrameCable cable;
    private final Greeting greeting;
    private long lastId;

    private PhoneLine(FrameCable cable, Greeting greeting) {
        this.cable = cable;
        this.greeting = greeting;
    }

    /** Watches the status reports while a request is in work. */
    @FunctionalInterface
    public interface Watch {
        /** Nobody watches. */
        Watch NOTHING = (line, id, status) -> {};

        /** @param id of the request in work */
        void reported(PhoneLine line, long id, PhoneStatus status) throws CaseFailure, TransportException;
    }

    /** Says HELLO, which must be answered by HELLO_OK with the same nonce. */
    public static PhoneLine open(FrameCable cable, HelloFields hello) throws TransportException, CaseFailure {
        cable.write(helloWire(hello.encode()));
        Frame answer = cable.expect(FrameType.HELLO_OK);
        Greeting greeting = Greeting.decode(answer.payload());
        CaseFailure.unless(Arrays.equals(greeting.nonce(), hello.nonce()), "HELLO_OK with the nonce", "another nonce");
        return new PhoneLine(cable, greeting);
    }

    /** A HELLO as a PC sends it: a delimiter first. */
    public static byte[] helloWire(byte[] payload) {
        byte[] frame = FrameCodec.encode(Frame.whole(FrameType.HELLO, FrameLimits.BROADCAST_CHANNEL, 0, payload));
        byte[] wire = new byte[frame.length + 1];
        System.arraycopy(frame, 0, wire, 1, frame.length);
        return wire;
    }

    public FrameCable cable() {
        return cable;
    }

    public Greeting greeting() {
        return greeting;
    }

    public int channel() {
        return greeting.channel();
    }

    /** The id of the next request. */
    public long nextId() {
        return ++lastId;
    }

    public void send(FrameType type, long id, byte... payload) throws TransportException {
        cable.send(Frame.whole(type, channel(), id, payload));
    }

    /** Sends a whole message in one write. */
    public void sendMessage(long id, byte[] message) throws TransportException {
        cable.write(FrameCodec.encodeAll(Fragmenter.fragments(channel(), id, message)));
    }

    /** The next frame that is not a PING or a KEEPALIVE. */
    public Frame next(Duration limit) throws TransportException, CaseFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<Frame> frame = cable.next(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)));
            if (frame.isEmpty()) {
                throw new CaseFailure("an answer", "none within " + limit.toSeconds() + " s");
            }
            switch (frame.get().type()) {
                case PING -> send(FrameType.PONG, frame.get().messageId());
                case KEEPALIVE -> {}
                case HELLO, HELLO_OK, MSG, MSG_ACK, CANCEL, PONG, BYE, ERROR -> {
                    return frame.get();
                }
            }
        }
    }

    /** The next frame, which must be of this type and message id. */
    public Frame expect(FrameType type, long id) throws TransportException, CaseFailure {
        Frame frame = next(FrameCable.PROMPTLY);
        CaseFailure.unless(
                frame.type() == type && frame.messageId() == id,
                type + " of message " + id,
                FrameCable.describe(frame) + " of message " + frame.messageId());
        return frame;
    }

    /** The next frame, which must be an ERROR with this code. */
    public Frame expectError(StatusCode status, long id) throws TransportException, CaseFailure {
        Frame frame = expect(FrameType.ERROR, id);
        int code = frame.length() == 0 ? -1 : frame.payload()[0] & 0xFF;
        CaseFailure.unless(code == status.code(), "ERROR " + Answer.name(status.code()), FrameCable.describe(frame));
        return frame;
    }

    /** Nothing came of what was sent before: the phone answers a PING next, and nothing else. */
    public void expectNothing() throws TransportException, CaseFailure {
        long id = 0x7E57_0000L + nextId();
        send(FrameType.PING, id);
        Frame frame = next(FrameCable.PROMPTLY);
        CaseFailure.unless(
                frame.type() == FrameType.PONG && frame.messageId() == id,
                "no answer but the PONG to the next PING",
                FrameCable.describe(frame));
    }

    /** Lets time pass in which the phone may send nothing but PINGs, which are answered. */
    public void quiet(Duration time) throws TransportException, CaseFailure {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Frame> frame = cable.next(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)));
            if (frame.isPresent()) {
                CaseFailure.unless(
                        frame.get().type() == FrameType.PING, "nothing but PINGs", FrameCable.describe(frame.get()));
                send(FrameType.PONG, frame.get().messageId());
            }
        }
    }

    /** Sends a command and awaits what the phone gives by itself. */
    public Answer call(LinkRequest request) throws TransportException, CaseFailure {
        return call(LinkCodec.encode(request), FrameCable.PROMPTLY, Watch.NOTHING);
    }

    /** Sends the bytes of a command and awaits the answer. */
    public Answer call(byte[] message) throws TransportException, CaseFailure {
        return call(message, FrameCable.PROMPTLY, Watch.NOTHING);
    }

    /**
     * Sends the bytes of a command and awaits the answer while a person may have to act.
     *
     * @param limit until the answer is whole
     */
    public Answer call(byte[] message, Duration limit, Watch watch) throws TransportException, CaseFailure {
        long id = nextId();
        sendMessage(id, message);
        return answer(id, limit, watch);
    }

    /** Awaits the answer to a request that was sent, and acknowledges it. */
    public Answer answer(long id, Duration limit, Watch watch) throws TransportException, CaseFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        while (true) {
            Optional<Frame> next = cable.next(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)));
            if (next.isEmpty()) {
                throw new CaseFailure("an answer", "none within " + limit.toSeconds() + " s");
            }
            Frame frame = next.get();
            if (frame.type() == FrameType.PING) {
                send(FrameType.PONG, frame.messageId());
            } else if (frame.channel() == channel() && frame.messageId() == id) {
                if (frame.type() == FrameType.KEEPALIVE) {
                    watch.reported(this, id, status(frame));
                } else if (frame.type() == FrameType.MSG && frame.offset() == reply.size()) {
                    reply.writeBytes(frame.payload());
                }
                if (frame.type() == FrameType.ERROR || (frame.type() == FrameType.MSG && frame.isLast())) {
                    send(FrameType.MSG_ACK, id);
                    return answerIn(frame, reply.toByteArray());
                }
            }
        }
    }

    private static Answer answerIn(Frame last, byte[] reply) throws CaseFailure {
        if (last.type() == FrameType.MSG) {
            CaseFailure.unless(reply.length == last.total(), "a reply without a gap", "a gap");
            return new Answer.Message(reply);
        }
        CaseFailure.unless(last.length() >= 1 && last.length() <= 3, "ERROR of 1 to 3 bytes", last.length() + " bytes");
        return new Answer.Error(last.payload()[0] & 0xFF);
    }

    private static PhoneStatus status(Frame keepalive) throws CaseFailure {
        try {
            return PhoneStatus.decode(keepalive.payload());
        } catch (ProtocolException e) {
            throw new CaseFailure("a KEEPALIVE of the layout", String.valueOf(e.getMessage()));
        }
    }

    /** Leaves with BYE and lets the phone close the cable. */
    public void leave() {
        try {
            send(FrameType.BYE, 0);
        } catch (TransportException _) {
            // The cable is gone already.
        }
        cable.close();
    }
}
