package io.tetherkey.protocol.link;

/**
 * A message that was sent and is not acknowledged yet.
 *
 * @param wire all its frames, for one write
 * @param sentAt when it was last sent, in milliseconds
 * @param tries how often it was sent, at least 1
 */
public record Outgoing(long messageId, byte[] wire, long sentAt, int tries) {
    public Outgoing {
        wire = wire.clone();
    }

    static Outgoing first(long messageId, byte[] wire, long now) {
        return new Outgoing(messageId, wire, now, 1);
    }

    @Override
    public byte[] wire() {
        return wire.clone();
    }

    boolean isDue(long now) {
        return now - sentAt >= LinkLimits.RETRANSMIT_AFTER;
    }

    /** Milliseconds until it is due. */
    long dueIn(long now) {
        return Math.max(0, sentAt + LinkLimits.RETRANSMIT_AFTER - now);
    }

    boolean isSpent() {
        return tries >= LinkLimits.MAX_TRIES;
    }

    Outgoing again(long now) {
        return new Outgoing(messageId, wire, now, tries + 1);
    }
}
