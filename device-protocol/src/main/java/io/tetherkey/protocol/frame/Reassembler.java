package io.tetherkey.protocol.frame;

import io.tetherkey.protocol.message.StatusCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The messages that are half built, one a channel and at most eight: an immutable value.
 *
 * <p>Fragments count in order and without a gap. One that comes again, early or without a beginning is a stray and is
 * passed over: the sender sends the whole message again until it is acknowledged, and then the missing part is taken up.
 * Memory is only ever taken for bytes that have arrived.
 */
public final class Reassembler {
    private static final Reassembler EMPTY = new Reassembler(Map.of());

    private final Map<Integer, Partial> byChannel;

    private Reassembler(Map<Integer, Partial> byChannel) {
        this.byChannel = byChannel;
    }

    /** The part of a message that has arrived. */
    private record Partial(long messageId, int total, byte[] received) {
        Partial append(byte[] payload) {
            byte[] longer = Arrays.copyOf(received, received.length + payload.length);
            System.arraycopy(payload, 0, longer, received.length, payload.length);
            return new Partial(messageId, total, longer);
        }
    }

    /** What became of a fragment, and the messages that are half built now. */
    public sealed interface Outcome {
        Reassembler next();

        /** The fragment was taken; more are to come. */
        record Incomplete(Reassembler next) implements Outcome {}

        /** The fragment was the last one of this message. */
        record Complete(Reassembler next, int channel, long messageId, byte[] message) implements Outcome {
            public Complete {
                message = message.clone();
            }

            @Override
            public byte[] message() {
                return message.clone();
            }
        }

        /** The fragment does not continue anything and changes nothing. */
        record Stray(Reassembler next) implements Outcome {}

        /** The sender is told why; a fragment that contradicts the first one ends its message. */
        record Refused(Reassembler next, StatusCode status) implements Outcome {}
    }

    /** Nothing is half built. */
    public static Reassembler empty() {
        return EMPTY;
    }

    /** How many channels have a message half built. */
    public int size() {
        return byChannel.size();
    }

    /**
     * Takes one fragment.
     *
     * @param frame a MSG frame
     * @param maxMessage the longest message that is taken now, at most 65,536 bytes
     */
    public Outcome accept(Frame frame, int maxMessage) {
        Partial partial = byChannel.get(frame.channel());
        if (partial != null && partial.messageId() == frame.messageId()) {
            return continued(frame, partial);
        }
        if (frame.offset() != 0) {
            return new Outcome.Stray(this);
        }
        if (frame.total() > maxMessage) {
            return new Outcome.Refused(this, StatusCode.TOO_LARGE);
        }
        if (partial != null || (byChannel.size() == FrameLimits.MAX_CHANNELS && !frame.isLast())) {
            return new Outcome.Refused(this, StatusCode.BUSY);
        }
        return grown(frame, new Partial(frame.messageId(), frame.total(), frame.payload()));
    }

    private Outcome continued(Frame frame, Partial partial) {
        if (frame.total() != partial.total()) {
            return new Outcome.Refused(without(frame.channel()), StatusCode.BAD_FRAME);
        }
        if (frame.offset() != partial.received().length) {
            return new Outcome.Stray(this);
        }
        return grown(frame, partial.append(frame.payload()));
    }

    private Outcome grown(Frame frame, Partial partial) {
        if (frame.isLast()) {
            return new Outcome.Complete(
                    without(frame.channel()), frame.channel(), partial.messageId(), partial.received());
        }
        Map<Integer, Partial> changed = new HashMap<>(byChannel);
        changed.put(frame.channel(), partial);
        return new Outcome.Incomplete(new Reassembler(Map.copyOf(changed)));
    }

    /** Drops what is half built on a channel. */
    public Reassembler without(int channel) {
        if (!byChannel.containsKey(channel)) {
            return this;
        }
        Map<Integer, Partial> changed = new HashMap<>(byChannel);
        changed.remove(channel);
        return changed.isEmpty() ? EMPTY : new Reassembler(Map.copyOf(changed));
    }
}
