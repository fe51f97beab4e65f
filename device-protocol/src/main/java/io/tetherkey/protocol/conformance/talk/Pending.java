package io.tetherkey.protocol.conformance.talk;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.Optional;

/** Requests that wait for the person at the phone. */
public final class Pending {
    private Pending() {}

    /** Relays a message and goes on as soon as the phone says that it waits for its user. */
    public static PhoneStatus at(Talk talk, byte[] message, String sentence) throws TransportException, CaseFailure {
        byte[] command = LinkCodec.encode(new LinkRequest.Relay(talk.bank().sessionId(), message));
        talk.please(sentence);
        long id = talk.line().nextId();
        talk.line().sendMessage(id, command);
        return awaitUser(talk.line(), id, WaitReason.WAIT_USER);
    }

    /** The first report that the phone waits for this reason; an answer instead is a failure. */
    public static PhoneStatus awaitUser(PhoneLine line, long id, WaitReason reason)
            throws TransportException, CaseFailure {
        long deadline = System.nanoTime() + FrameCable.PROMPTLY.toNanos();
        while (true) {
            Optional<Frame> next = line.cable().next(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)));
            if (next.isEmpty()) {
                throw new CaseFailure("a KEEPALIVE with " + reason, "none");
            }
            Frame frame = next.get();
            if (frame.type() == FrameType.PING) {
                line.send(FrameType.PONG, frame.messageId());
            } else if (frame.type() == FrameType.KEEPALIVE && frame.messageId() == id) {
                PhoneStatus status = status(frame);
                if (status.reason() == reason) {
                    return status;
                }
            } else if (frame.type() != FrameType.MSG_ACK) {
                throw new CaseFailure("a KEEPALIVE with " + reason, FrameCable.describe(frame));
            }
        }
    }

    private static PhoneStatus status(Frame keepalive) throws CaseFailure {
        try {
            return PhoneStatus.decode(keepalive.payload());
        } catch (ProtocolException e) {
            throw new CaseFailure("a KEEPALIVE of the layout", String.valueOf(e.getMessage()));
        }
    }

    /** Relays a message at which the person cuts the power, and waits until the phone is back and trusts this PC. */
    public static void untilPowerIsBack(PhoneUnderTest phone, Talk talk, byte[] message, String sentence)
            throws TransportException, CaseFailure, NotRunException {
        talk.please(sentence);
        try {
            Answer answer = talk.relay(message, phone.setting().patience(), PhoneLine.Watch.NOTHING);
            throw new NotRunException("the power was not cut; the phone answered: " + answer.describe());
        } catch (TransportException powerIsGone) {
            phone.pull();
            talk.replugWithin(phone.setting().patience());
        }
    }
}
