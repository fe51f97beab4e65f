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
import io.tetherkey.protocol.link.HostEffect.Down;
import io.tetherkey.protocol.link.HostEffect.Opened;
import io.tetherkey.protocol.link.HostEffect.ReplyArrived;
import io.tetherkey.protocol.link.HostEffect.RequestFailed;
import io.tetherkey.protocol.link.HostEffect.Send;
import io.tetherkey.protocol.link.HostEffect.StatusReported;
import io.tetherkey.protocol.link.HostState.Cancelling;
import io.tetherkey.protocol.link.HostState.Closed;
import io.tetherkey.protocol.link.HostState.Greeting;
import io.tetherkey.protocol.link.HostState.Lost;
import io.tetherkey.protocol.link.HostState.Open;
import io.tetherkey.protocol.link.HostState.Ready;
import io.tetherkey.protocol.link.HostState.Sending;
import io.tetherkey.protocol.link.HostState.Waiting;
import io.tetherkey.protocol.message.StatusCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The PC's end of the link as a pure function (PROTOCOL.md, "Link: the PC").
 *
 * <p>One request is under way at a time. Over a cable that loses, doubles and damages frames, each request reaches the
 * phone once and each reply comes back once, for as long as the link is open.
 */
public final class HostLink {
    private HostLink() {}

    /** Where a link starts. */
    public static HostState start() {
        return new Closed();
    }

    /**
     * One step.
     *
     * @throws IllegalStateException if the layer above submits a request while another is under way or connects twice
     */
    public static HostStep next(HostState state, HostEvent event) {
        if (state instanceof Lost) {
            return HostStep.of(state);
        }
        return switch (event) {
            case HostEvent.Connected(Hello hello, long now) -> connected(state, hello, now);
            case HostEvent.Arrived(FrameResult result, long now) -> arrived(state, result, now);
            case HostEvent.Submitted submitted -> submitted(state, submitted.message(), submitted.now());
            case HostEvent.CancelAsked(long now) -> cancelAsked(state, now);
            case HostEvent.Tick(long now) -> tick(state, now);
            case HostEvent.Closing _ -> closing(state);
            case HostEvent.Unplugged _ -> lost(LinkLoss.UNPLUGGED);
        };
    }

    private static HostStep lost(LinkLoss why) {
        return HostStep.of(new Lost(why), new Down(why));
    }

    private static HostStep closing(HostState state) {
        return state instanceof Open open
                ? HostStep.of(
                        new Lost(LinkLoss.CLOSED),
                        new Send(open.channel().frame(FrameType.BYE, 0)),
                        new Down(LinkLoss.CLOSED))
                : lost(LinkLoss.CLOSED);
    }

    // Opening

    private static HostStep connected(HostState state, Hello hello, long now) {
        if (!(state instanceof Closed)) {
            throw new IllegalStateException("HELLO was sent before.");
        }
        return HostStep.of(new Greeting(hello, now, now), greeting(hello));
    }

    /** A delimiter goes first, so that whatever stands in the phone's buffer does not swallow the HELLO. */
    private static Send greeting(Hello hello) {
        byte[] frame =
                FrameCodec.encode(Frame.whole(FrameType.HELLO, FrameLimits.BROADCAST_CHANNEL, 0, hello.encode()));
        byte[] wire = new byte[frame.length + 1];
        wire[0] = FrameCodec.DELIMITER;
        System.arraycopy(frame, 0, wire, 1, frame.length);
        return new Send(wire);
    }

    private static HostStep greeted(Greeting state, Frame frame, long now) {
        if (frame.channel() != FrameLimits.BROADCAST_CHANNEL) {
            return HostStep.of(state);
        }
        return switch (frame.type()) {
            case HELLO_OK ->
                HelloOk.decode(frame.payload())
                        .filter(ok -> Arrays.equals(ok.nonce(), state.hello().nonce()))
                        .map(ok -> opened(state.hello(), ok, now))
                        .orElse(HostStep.of(state));
            case ERROR -> isStatus(frame, StatusCode.BAD_VERSION) ? lost(LinkLoss.BAD_VERSION) : HostStep.of(state);
            case HELLO, MSG, MSG_ACK, KEEPALIVE, CANCEL, PING, PONG, BYE -> HostStep.of(state);
        };
    }

    private static HostStep opened(Hello hello, HelloOk phone, long now) {
        return phone.version() == LinkLimits.LINK_VERSION
                ? HostStep.of(new Ready(channel(hello, phone, now), 0), new Opened(phone))
                : lost(LinkLoss.BAD_VERSION);
    }

    private static LinkChannel channel(Hello hello, HelloOk phone, long now) {
        return LinkChannel.opened(phone.channel(), phone.maxMessage(), phone.agreedWith(hello), now);
    }

    // Requests

    private static HostStep submitted(HostState state, byte[] message, long now) {
        if (!(state instanceof Ready ready)) {
            throw new IllegalStateException("A request is under way, or the link is not open.");
        }
        if (message.length > ready.channel().maxMessage()) {
            return HostStep.of(state, new RequestFailed(StatusCode.TOO_LARGE.code()));
        }
        long messageId = ready.messageId() + 1;
        if (messageId > FrameLimits.MAX_MESSAGE_ID) {
            return lost(LinkLoss.USED_UP);
        }
        byte[] wire = ready.channel().message(messageId, message);
        return HostStep.of(
                new Sending(ready.channel().awoken(now), Outgoing.first(messageId, wire, now), false), new Send(wire));
    }

    private static HostStep cancelAsked(HostState state, long now) {
        return switch (state) {
            case Sending sending -> HostStep.of(new Sending(sending.channel(), sending.request(), true));
            case Waiting waiting -> cancelled(waiting.channel(), waiting.messageId(), now);
            case Closed _, Greeting _, Ready _, Cancelling _, Lost _ -> HostStep.of(state);
        };
    }

    private static HostStep cancelled(LinkChannel channel, long messageId, long now) {
        byte[] wire = channel.frame(FrameType.CANCEL, messageId);
        return HostStep.of(new Cancelling(channel, Outgoing.first(messageId, wire, now)), new Send(wire));
    }

    // What arrives

    private static HostStep arrived(HostState state, FrameResult result, long now) {
        return switch (result) {
            case Ignored _ -> HostStep.of(state);
            case Failed failed -> broken(state, failed);
            case Accepted(Frame frame) ->
                switch (state) {
                    case Greeting greeting -> greeted(greeting, frame, now);
                    case Open open
                    when open.channel().number() == frame.channel() ->
                        heard(open.with(open.channel().heard(now)), frame, now);
                    case Open _, Closed _, Lost _ -> HostStep.of(state);
                };
        };
    }

    /** Only a broken reply is answered: two ends of different versions could otherwise send errors for ever. */
    private static HostStep broken(HostState state, Failed failed) {
        return state instanceof Open open
                        && open.channel().number() == failed.channel()
                        && isUnderWay(open, failed.messageId())
                ? refused(open, failed.status())
                : HostStep.of(state);
    }

    private static HostStep refused(Open open, StatusCode status) {
        return HostStep.of(
                givenUp(open),
                new Send(open.channel().error(open.messageId(), status)),
                new RequestFailed(status.code()));
    }

    private static boolean isUnderWay(Open open, long messageId) {
        return !(open instanceof Ready) && open.messageId() == messageId;
    }

    private static HostStep heard(Open open, Frame frame, long now) {
        return switch (frame.type()) {
            case MSG -> fragment(open, frame, now);
            case MSG_ACK -> isUnderWay(open, frame.messageId()) ? acknowledged(open, now) : HostStep.of(open);
            case KEEPALIVE -> keptAlive(open, frame, now);
            case ERROR -> failed(open, frame);
            case PING -> HostStep.of(open, new Send(open.channel().frame(FrameType.PONG, frame.messageId())));
            case BYE -> lost(LinkLoss.BYE);
            case HELLO, HELLO_OK, CANCEL, PONG -> HostStep.of(open);
        };
    }

    private static HostStep acknowledged(Open open, long now) {
        if (!(open instanceof Sending sending)) {
            return HostStep.of(open);
        }
        return sending.cancelWanted()
                ? cancelled(sending.channel(), sending.messageId(), now)
                : HostStep.of(new Waiting(sending.channel(), sending.messageId()));
    }

    private static HostStep keptAlive(Open open, Frame frame, long now) {
        if (frame.length() != LinkLimits.STATUS_LENGTH) {
            return HostStep.of(open);
        }
        if (frame.messageId() == 0
                && LinkCapability.LOCK_NEWS.isIn(open.channel().agreed())) {
            return HostStep.of(open, new HostEffect.NewsArrived(frame.payload()));
        }
        if (!isUnderWay(open, frame.messageId())) {
            return HostStep.of(open);
        }
        return acknowledged(open, now).and(new StatusReported(frame.payload()));
    }

    private static HostStep failed(Open open, Frame frame) {
        if (isStatus(frame, StatusCode.BAD_CHANNEL)) {
            return lost(LinkLoss.CHANNEL_UNKNOWN);
        }
        Send acknowledgement = new Send(open.channel().frame(FrameType.MSG_ACK, frame.messageId()));
        Optional<Integer> code = LinkError.decode(frame.payload());
        return code.isPresent() && isUnderWay(open, frame.messageId())
                ? HostStep.of(givenUp(open), acknowledgement, new RequestFailed(code.get()))
                : HostStep.of(open, acknowledgement);
    }

    private static Ready givenUp(Open open) {
        return new Ready(open.channel().emptied(), open.messageId());
    }

    private static boolean isStatus(Frame frame, StatusCode status) {
        return LinkError.decode(frame.payload())
                .filter(code -> code == status.code())
                .isPresent();
    }

    private static HostStep fragment(Open open, Frame frame, long now) {
        if (!isUnderWay(open, frame.messageId())) {
            return stale(open, frame);
        }
        return switch (open.channel().assembly().accept(frame, FrameLimits.MAX_MESSAGE)) {
            case Outcome.Stray _ -> HostStep.of(open);
            case Outcome.Incomplete(var next) ->
                HostStep.of(open.with(open.channel().assembling(next, now)));
            case Outcome.Refused(var next, StatusCode status) ->
                refused(open.with(open.channel().keeping(next)), status);
            case Outcome.Complete complete ->
                HostStep.of(
                        new Ready(open.channel().assembling(complete.next(), now), open.messageId()),
                        new Send(open.channel().frame(FrameType.MSG_ACK, open.messageId())),
                        new ReplyArrived(complete.message()));
        };
    }

    /** A reply that came before is acknowledged again; one to a request that was never made is not taken. */
    private static HostStep stale(Open open, Frame frame) {
        if (!frame.isLast()) {
            return HostStep.of(open);
        }
        byte[] wire = frame.messageId() <= open.messageId()
                ? open.channel().frame(FrameType.MSG_ACK, frame.messageId())
                : open.channel().error(frame.messageId(), StatusCode.BAD_FRAME);
        return HostStep.of(open, new Send(wire));
    }

    // Time

    private static HostStep tick(HostState state, long now) {
        return switch (state) {
            case Closed _, Lost _ -> HostStep.of(state);
            case Greeting greeting -> greetAgain(greeting, now);
            case Open open when open.channel().isLost(open.silence(), now) -> lost(LinkLoss.SILENT);
            case Open open -> openTick(open.with(open.channel().tidied(now)), now);
        };
    }

    private static HostStep greetAgain(Greeting state, long now) {
        if (now - state.since() >= LinkLimits.LOST_AFTER) {
            return lost(LinkLoss.NO_ANSWER);
        }
        return now - state.sentAt() >= LinkLimits.RETRANSMIT_AFTER
                ? HostStep.of(new Greeting(state.hello(), state.since(), now), greeting(state.hello()))
                : HostStep.of(state);
    }

    private static HostStep openTick(Open open, long now) {
        if (!open.channel().isPingDue(open.silence(), now)) {
            return resent(open, now);
        }
        HostStep step = resent(open.with(open.channel().pinged(now)), now);
        return step.state() instanceof Lost
                ? step
                : step.and(new Send(open.channel().frame(FrameType.PING, 0)));
    }

    private static HostStep resent(Open open, long now) {
        return switch (open) {
            case Sending(LinkChannel channel, Outgoing request, boolean cancelWanted)
            when request.isDue(now) ->
                request.isSpent()
                        ? lost(LinkLoss.UNACKNOWLEDGED)
                        : HostStep.of(new Sending(channel, request.again(now), cancelWanted), new Send(request.wire()));
            case Cancelling(LinkChannel channel, Outgoing cancel)
            when cancel.isDue(now) ->
                cancel.isSpent()
                        ? HostStep.of(new Waiting(channel, cancel.messageId()))
                        : HostStep.of(new Cancelling(channel, cancel.again(now)), new Send(cancel.wire()));
            case Ready _, Sending _, Waiting _, Cancelling _ -> HostStep.of(open);
        };
    }
}
