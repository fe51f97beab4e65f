package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameCodec;
import io.tetherkey.protocol.frame.FrameLimits;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.frame.Reassembler.Outcome;
import io.tetherkey.protocol.link.PhoneEffect.CancelArrived;
import io.tetherkey.protocol.link.PhoneEffect.Down;
import io.tetherkey.protocol.link.PhoneEffect.Opened;
import io.tetherkey.protocol.link.PhoneEffect.RequestArrived;
import io.tetherkey.protocol.link.PhoneEffect.Send;
import io.tetherkey.protocol.link.PhoneState.Closed;
import io.tetherkey.protocol.link.PhoneState.Idle;
import io.tetherkey.protocol.link.PhoneState.Listening;
import io.tetherkey.protocol.link.PhoneState.Open;
import io.tetherkey.protocol.link.PhoneState.Replying;
import io.tetherkey.protocol.link.PhoneState.Working;
import io.tetherkey.protocol.message.StatusCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The phone's end of the link as a pure function (PROTOCOL.md, "Link: the phone").
 *
 * <p>It keeps one channel, the one that was opened last, works on one request at a time and hands each request up once.
 */
public final class PhoneLink {
    /** Reason PROCESSING, stage IDLE, no seconds, attempts unknown: until the layer above says more. */
    private static final byte[] PROCESSING = {1, 0, 0, 0, (byte) 0xFF};

    private PhoneLink() {}

    /**
     * Where the first link of a phone starts.
     *
     * @param model a product name, 1 to 32 bytes of UTF-8
     */
    public static PhoneState start(String model) {
        return start(model, 0);
    }

    /**
     * Where the link over the next cable starts: on a new channel, so that an answer to a request of the last cable
     * finds nobody.
     *
     * @param lastChannel as in the last {@link PhoneEffect.Opened}, 0 for none
     */
    public static PhoneState start(String model, int lastChannel) {
        return new Listening(model, lastChannel);
    }

    /** One step; never throws, whatever arrives. */
    public static PhoneStep next(PhoneState state, PhoneEvent event) {
        if (state instanceof Closed) {
            return PhoneStep.of(state);
        }
        return switch (event) {
            case PhoneEvent.Arrived(FrameResult result, long now) -> arrived(state, result, now);
            case PhoneEvent.Answered answered -> answered(state, answered.token(), answered.message(), answered.now());
            case PhoneEvent.Refused(RequestToken token, StatusCode status, long now) ->
                refused(state, token, status, now);
            case PhoneEvent.StatusChanged changed ->
                statusChanged(state, changed.token(), changed.status(), changed.now());
            case PhoneEvent.News(byte[] status, long _) -> news(state, status);
            case PhoneEvent.Tick(long now) -> tick(state, now);
            case PhoneEvent.Closing _ -> closing(state);
            case PhoneEvent.Unplugged _ -> PhoneStep.of(new Closed(), new Down(LinkLoss.UNPLUGGED));
        };
    }

    private static PhoneStep closing(PhoneState state) {
        PhoneStep closed = PhoneStep.of(new Closed());
        return (state instanceof Open open ? closed.and(send(open, FrameType.BYE, 0)) : closed)
                .and(new Down(LinkLoss.CLOSED));
    }

    private static PhoneStep lost(Open open, LinkLoss why) {
        return PhoneStep.of(
                new Listening(open.link().model(), open.link().channel().number()), new Down(why));
    }

    private static Send send(Open open, FrameType type, long messageId) {
        return new Send(open.link().channel().frame(type, messageId));
    }

    private static Send error(int channel, long messageId, StatusCode status) {
        return new Send(FrameCodec.encode(Frame.whole(FrameType.ERROR, channel, messageId, LinkError.encode(status))));
    }

    // What arrives

    private static PhoneStep arrived(PhoneState state, FrameResult result, long now) {
        return switch (result) {
            case Ignored _ -> PhoneStep.of(state);
            case Failed(StatusCode status, int channel, long messageId) ->
                PhoneStep.of(state, error(channel, messageId, status));
            case Accepted(Frame frame)
            when frame.channel() == FrameLimits.BROADCAST_CHANNEL ->
                frame.type() == FrameType.HELLO ? hello(state, frame, now) : PhoneStep.of(state);
            case Accepted(Frame frame) ->
                state instanceof Open open && open.link().channel().number() == frame.channel()
                        ? heard(open.with(open.link().channel().heard(now)), frame, now)
                        : foreign(state, frame);
        };
    }

    /** Only what waits for an answer gets one, so that two ends never send errors for ever. */
    private static PhoneStep foreign(PhoneState state, Frame frame) {
        return switch (frame.type()) {
            case MSG, CANCEL, PING ->
                PhoneStep.of(state, error(frame.channel(), frame.messageId(), StatusCode.BAD_CHANNEL));
            case HELLO, HELLO_OK, MSG_ACK, KEEPALIVE, PONG, BYE, ERROR -> PhoneStep.of(state);
        };
    }

    private static PhoneStep heard(Open open, Frame frame, long now) {
        return switch (frame.type()) {
            case MSG -> fragment(open, frame, now);
            case MSG_ACK -> replyEnded(open, frame.messageId());
            case CANCEL -> cancelled(open, frame.messageId());
            case PING -> PhoneStep.of(open, send(open, FrameType.PONG, frame.messageId()));
            case BYE -> lost(open, LinkLoss.BYE);
            case ERROR -> replyEnded(open, frame.messageId());
            case HELLO, HELLO_OK, KEEPALIVE, PONG -> PhoneStep.of(open);
        };
    }

    /** The PC has the reply, or has no use for it. */
    private static PhoneStep replyEnded(Open open, long messageId) {
        return open instanceof Replying(PhoneChannel link, Outgoing reply) && reply.messageId() == messageId
                ? PhoneStep.of(new Idle(link, messageId))
                : PhoneStep.of(open);
    }

    private static PhoneStep cancelled(Open open, long messageId) {
        return open instanceof Working working && working.messageId() == messageId && !working.cancelled()
                ? PhoneStep.of(
                        new Working(working.link(), messageId, working.status(), working.keptAliveAt(), true),
                        new CancelArrived(token(working)))
                : PhoneStep.of(open);
    }

    // Opening

    private static PhoneStep hello(PhoneState state, Frame frame, long now) {
        Optional<Hello> hello = Hello.decode(frame.payload());
        if (hello.isEmpty()) {
            return PhoneStep.of(state, error(FrameLimits.BROADCAST_CHANNEL, frame.messageId(), StatusCode.BAD_FRAME));
        }
        if (hello.get().minVersion() > LinkLimits.LINK_VERSION) {
            return PhoneStep.of(state, error(FrameLimits.BROADCAST_CHANNEL, frame.messageId(), StatusCode.BAD_VERSION));
        }
        return switch (state) {
            case Open open
            when open.link().isOpenedBy(hello.get()) ->
                PhoneStep.of(open.with(open.link().channel().heard(now)), helloOk(open.link()));
            case Open open -> {
                PhoneChannel link = open.link();
                PhoneStep opened = opened(link.model(), link.channel().number(), hello.get(), now);
                yield PhoneStep.of(opened.state(), new Down(LinkLoss.REPLACED)).and(opened.effects());
            }
            case Listening(String model, int lastChannel) -> opened(model, lastChannel, hello.get(), now);
            case Closed _ -> PhoneStep.of(state);
        };
    }

    private static PhoneStep opened(String model, int lastChannel, Hello hello, long now) {
        int number = lastChannel % LinkLimits.MAX_CHANNEL + 1;
        HelloOk answer = HelloOk.of(hello.nonce(), number, model);
        LinkChannel channel = LinkChannel.opened(number, hello.maxMessage(), answer.agreedWith(hello), now);
        PhoneChannel link = new PhoneChannel(model, hello, channel);
        return PhoneStep.of(new Idle(link, 0), helloOk(link), new Opened(number));
    }

    private static Send helloOk(PhoneChannel link) {
        HelloOk answer = HelloOk.of(link.hello().nonce(), link.channel().number(), link.model());
        return new Send(
                FrameCodec.encode(Frame.whole(FrameType.HELLO_OK, FrameLimits.BROADCAST_CHANNEL, 0, answer.encode())));
    }

    // Requests

    private static PhoneStep fragment(Open open, Frame frame, long now) {
        if (frame.messageId() <= open.messageId()) {
            return frame.isLast()
                    ? PhoneStep.of(open, send(open, FrameType.MSG_ACK, frame.messageId()))
                    : PhoneStep.of(open);
        }
        return switch (open) {
            case Working _ -> busy(open, frame);
            case Idle _, Replying _ -> assembled(open, frame, now);
        };
    }

    private static PhoneStep busy(Open open, Frame frame) {
        return frame.offset() == 0
                ? PhoneStep.of(open, error(frame.channel(), frame.messageId(), StatusCode.BUSY))
                : PhoneStep.of(open);
    }

    private static PhoneStep assembled(Open open, Frame frame, long now) {
        LinkChannel channel = open.link().channel();
        return switch (channel.assembly().accept(frame, FrameLimits.MAX_MESSAGE)) {
            case Outcome.Stray _ -> PhoneStep.of(open);
            case Outcome.Incomplete(var next) -> PhoneStep.of(open.with(channel.assembling(next, now)));
            case Outcome.Refused(var next, StatusCode status) ->
                PhoneStep.of(open.with(channel.keeping(next)), error(frame.channel(), frame.messageId(), status));
            case Outcome.Complete complete ->
                begun(open.link().with(channel.assembling(complete.next(), now)), complete, now);
        };
    }

    /** A request that follows an unacknowledged reply says that the reply arrived. */
    private static PhoneStep begun(PhoneChannel link, Outcome.Complete request, long now) {
        Working working = new Working(link, request.messageId(), PROCESSING, now, false);
        return PhoneStep.of(
                working,
                send(working, FrameType.MSG_ACK, request.messageId()),
                new RequestArrived(token(working), request.message()));
    }

    private static RequestToken token(Open open) {
        return new RequestToken(open.link().channel().number(), open.messageId());
    }

    private static Optional<Working> workingOn(PhoneState state, RequestToken token) {
        return state instanceof Working working && token(working).equals(token)
                ? Optional.of(working)
                : Optional.empty();
    }

    private static PhoneStep answered(PhoneState state, RequestToken token, byte[] message, long now) {
        return workingOn(state, token)
                .map(working -> message.length > working.link().channel().maxMessage()
                        ? replying(working, errorWire(working, StatusCode.TOO_LARGE), now)
                        : replying(working, working.link().channel().message(working.messageId(), message), now))
                .orElse(PhoneStep.of(state));
    }

    private static PhoneStep refused(PhoneState state, RequestToken token, StatusCode status, long now) {
        return workingOn(state, token)
                .map(working -> replying(working, errorWire(working, status), now))
                .orElse(PhoneStep.of(state));
    }

    private static byte[] errorWire(Working working, StatusCode status) {
        return working.link().channel().error(working.messageId(), status);
    }

    private static PhoneStep replying(Working working, byte[] wire, long now) {
        return PhoneStep.of(
                new Replying(working.link(), Outgoing.first(working.messageId(), wire, now)), new Send(wire));
    }

    private static PhoneStep statusChanged(PhoneState state, RequestToken token, byte[] status, long now) {
        return workingOn(state, token)
                .filter(working -> !Arrays.equals(working.status(), status))
                .map(working -> keptAlive(working, status, now))
                .orElse(PhoneStep.of(state));
    }

    private static PhoneStep keptAlive(Working working, byte[] status, long now) {
        return PhoneStep.of(
                new Working(working.link(), working.messageId(), status, now, working.cancelled()),
                new Send(working.link().channel().frame(FrameType.KEEPALIVE, working.messageId(), status)));
    }

    private static PhoneStep news(PhoneState state, byte[] status) {
        return switch (state) {
            case Idle idle -> told(idle, status);
            case Replying replying -> told(replying, status);
            case Working _, Listening _, Closed _ -> PhoneStep.of(state);
        };
    }

    /** Only to a PC that knows such news; nobody acknowledges it. */
    private static PhoneStep told(Open open, byte[] status) {
        LinkChannel channel = open.link().channel();
        return LinkCapability.LOCK_NEWS.isIn(channel.agreed())
                ? PhoneStep.of(open, new Send(channel.frame(FrameType.KEEPALIVE, 0, status)))
                : PhoneStep.of(open);
    }

    // Time

    private static PhoneStep tick(PhoneState state, long now) {
        return switch (state) {
            case Closed _, Listening _ -> PhoneStep.of(state);
            case Open open when open.link().channel().isLost(open.silence(), now) -> lost(open, LinkLoss.SILENT);
            case Open open -> openTick(open.with(open.link().channel().tidied(now)), now);
        };
    }

    private static PhoneStep openTick(Open open, long now) {
        LinkChannel channel = open.link().channel();
        if (!channel.isPingDue(open.silence(), now)) {
            return resent(open, now);
        }
        PhoneStep step = resent(open.with(channel.pinged(now)), now);
        return step.state() instanceof Open ? step.and(send(open, FrameType.PING, 0)) : step;
    }

    private static PhoneStep resent(Open open, long now) {
        return switch (open) {
            case Working working
            when now - working.keptAliveAt() >= LinkLimits.KEEPALIVE_EVERY -> keptAlive(working, working.status(), now);
            case Replying(PhoneChannel link, Outgoing reply)
            when reply.isDue(now) ->
                reply.isSpent()
                        ? lost(open, LinkLoss.UNACKNOWLEDGED)
                        : PhoneStep.of(new Replying(link, reply.again(now)), new Send(reply.wire()));
            case Idle _, Working _, Replying _ -> PhoneStep.of(open);
        };
    }
}
