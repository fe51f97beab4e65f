package io.tetherkey.protocol.link;

/** What the owner of the PC's end does after a step, in order. */
public sealed interface HostEffect {

    /** Write these bytes at once. */
    record Send(byte[] wire) implements HostEffect {
        public Send {
            wire = wire.clone();
        }

        @Override
        public byte[] wire() {
            return wire.clone();
        }
    }

    /** The link is open: requests may be submitted. */
    record Opened(HelloOk phone) implements HostEffect {}

    /**
     * The phone works on the request and says what it waits for.
     *
     * @param status 5 bytes, not checked
     */
    record StatusReported(byte[] status) implements HostEffect {
        public StatusReported {
            status = status.clone();
        }

        @Override
        public byte[] status() {
            return status.clone();
        }
    }

    /**
     * The phone was locked or unlocked; only where both ends named {@link LinkCapability#LOCK_NEWS}.
     *
     * @param status 5 bytes, not checked
     */
    record NewsArrived(byte[] status) implements HostEffect {
        public NewsArrived {
            status = status.clone();
        }

        @Override
        public byte[] status() {
            return status.clone();
        }
    }

    /** The reply to the request; each request gets this or {@link RequestFailed} or {@link Down}, once. */
    record ReplyArrived(byte[] message) implements HostEffect {
        public ReplyArrived {
            message = message.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }
    }

    /**
     * The request came to nothing; the link lives on.
     *
     * @param code as in {@link io.tetherkey.protocol.message.StatusCode}, known or not, 0 to 255
     */
    record RequestFailed(int code) implements HostEffect {}

    /** The link is over. */
    record Down(LinkLoss why) implements HostEffect {}
}
