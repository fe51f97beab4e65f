package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.Fragmenter;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameCodec;
import io.tetherkey.protocol.frame.FrameLimits;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.frame.Reassembler;
import io.tetherkey.protocol.message.StatusCode;

/**
 * What both ends keep of an open channel. Times are in milliseconds of whatever clock the events carry.
 *
 * @param number 1 to 65,534
 * @param maxMessage the longest message that the other end takes, in bytes
 * @param heardAt when the other end was last heard on this channel
 * @param pingedAt when it was last asked whether it is there
 * @param assembly the message that is half built
 * @param fragmentAt when its last fragment came
 * @param agreed the capabilities that both ends named
 */
public record LinkChannel(
        int number, int maxMessage, long heardAt, long pingedAt, Reassembler assembly, long fragmentAt, int agreed) {

    static LinkChannel opened(int number, int maxMessage, int agreed, long now) {
        return new LinkChannel(
                number, Math.min(maxMessage, FrameLimits.MAX_MESSAGE), now, now, Reassembler.empty(), now, agreed);
    }

    LinkChannel heard(long now) {
        return new LinkChannel(number, maxMessage, now, pingedAt, assembly, fragmentAt, agreed);
    }

    /** A request ends the rest: the silence that was borne until now does not count against it. */
    LinkChannel awoken(long now) {
        return atRest() == Silence.LONG ? heard(now) : this;
    }

    /** The silence that it bears while no request is under way. */
    Silence atRest() {
        return Silence.atRest(agreed);
    }

    LinkChannel pinged(long now) {
        return new LinkChannel(number, maxMessage, heardAt, now, assembly, fragmentAt, agreed);
    }

    LinkChannel assembling(Reassembler next, long now) {
        return new LinkChannel(number, maxMessage, heardAt, pingedAt, next, now, agreed);
    }

    /** Without a message that its sender has given up. */
    LinkChannel tidied(long now) {
        boolean stale = assembly.size() > 0 && now - fragmentAt >= LinkLimits.ASSEMBLY_AFTER;
        return stale ? emptied() : this;
    }

    /** Without a message half built. */
    LinkChannel emptied() {
        return keeping(Reassembler.empty());
    }

    /** After a fragment that was refused: it must not keep alive what is half built. */
    LinkChannel keeping(Reassembler next) {
        return new LinkChannel(number, maxMessage, heardAt, pingedAt, next, fragmentAt, agreed);
    }

    boolean isLost(Silence borne, long now) {
        return now - heardAt >= borne.lostAfter();
    }

    boolean isPingDue(Silence borne, long now) {
        return now - heardAt >= borne.pingAfter() && now - pingedAt >= LinkLimits.PING_EVERY;
    }

    /** For how many milliseconds nothing is due on the channel itself if nothing arrives. */
    long quietFor(Silence borne, long now) {
        long ping = Math.max(heardAt + borne.pingAfter(), pingedAt + LinkLimits.PING_EVERY);
        long lost = heardAt + borne.lostAfter();
        long stale = assembly.size() > 0 ? fragmentAt + LinkLimits.ASSEMBLY_AFTER : lost;
        return Math.max(0, Math.min(ping, Math.min(lost, stale)) - now);
    }

    byte[] frame(FrameType type, long messageId, byte[] payload) {
        return FrameCodec.encode(Frame.whole(type, number, messageId, payload));
    }

    byte[] frame(FrameType type, long messageId) {
        return frame(type, messageId, new byte[0]);
    }

    byte[] error(long messageId, StatusCode status) {
        return frame(FrameType.ERROR, messageId, LinkError.encode(status));
    }

    byte[] message(long messageId, byte[] message) {
        return FrameCodec.encodeAll(Fragmenter.fragments(number, messageId, message));
    }
}
