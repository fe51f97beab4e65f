package io.tetherkey.protocol.link;

/** How much silence of the other end a link bears (PROTOCOL.md, "Limits and timeouts"); times in milliseconds. */
public enum Silence {
    /** While a request is under way, and always where the ends did not agree on more. */
    SHORT(LinkLimits.PING_AFTER, LinkLimits.LOST_AFTER),
    /** At rest, where both ends named {@link LinkCapability#LONG_REST}. */
    LONG(LinkLimits.REST_PING_AFTER, LinkLimits.REST_LOST_AFTER);

    private final long pingAfter;
    private final long lostAfter;

    Silence(long pingAfter, long lostAfter) {
        this.pingAfter = pingAfter;
        this.lostAfter = lostAfter;
    }

    /** What a link with these agreed capabilities bears at rest. */
    static Silence atRest(int agreed) {
        return LinkCapability.LONG_REST.isIn(agreed) ? LONG : SHORT;
    }

    long pingAfter() {
        return pingAfter;
    }

    long lostAfter() {
        return lostAfter;
    }
}
