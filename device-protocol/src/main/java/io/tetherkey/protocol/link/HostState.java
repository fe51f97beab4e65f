package io.tetherkey.protocol.link;

/**
 * Where the PC's end of a link stands.
 *
 * <pre>
 * Closed ──Connected──▶ Greeting ──HELLO_OK──▶ Ready ──Submitted──▶ Sending ──MSG_ACK──▶ Waiting
 *                                                ▲                    │                  │   ▲
 *                                                ├────── reply ───────┴──────────────────┤   │
 *                                                │                                 cancel▼   │16 tries
 *                                                └────────────── reply ──────────── Cancelling
 * any but Closed ──silence, BYE, unplug, close──▶ Lost
 * </pre>
 */
public sealed interface HostState {

    /** Nothing was sent. */
    record Closed() implements HostState {}

    /**
     * HELLO was sent.
     *
     * @param since when the first one was sent, in milliseconds
     */
    record Greeting(Hello hello, long since, long sentAt) implements HostState {}

    /** The link is over; a new one begins with {@link Closed}. */
    record Lost(LinkLoss why) implements HostState {}

    /** A state with a channel; {@code messageId} is the last request's, or 0. */
    sealed interface Open extends HostState {
        LinkChannel channel();

        long messageId();

        Open with(LinkChannel channel);

        /** How much silence of the phone it bears. */
        default Silence silence() {
            return Silence.SHORT;
        }
    }

    /** No request is under way. */
    record Ready(LinkChannel channel, long messageId) implements Open {
        @Override
        public Silence silence() {
            return channel.atRest();
        }

        @Override
        public Ready with(LinkChannel changed) {
            return new Ready(changed, messageId);
        }
    }

    /**
     * A request was sent and is not acknowledged.
     *
     * @param cancelWanted whether a CANCEL follows the acknowledgement
     */
    record Sending(LinkChannel channel, Outgoing request, boolean cancelWanted) implements Open {
        @Override
        public long messageId() {
            return request.messageId();
        }

        @Override
        public Sending with(LinkChannel changed) {
            return new Sending(changed, request, cancelWanted);
        }
    }

    /** The phone works on the request. */
    record Waiting(LinkChannel channel, long messageId) implements Open {
        @Override
        public Waiting with(LinkChannel changed) {
            return new Waiting(changed, messageId);
        }
    }

    /** The phone was asked to give the request up, and works on it until it replies. */
    record Cancelling(LinkChannel channel, Outgoing cancel) implements Open {
        @Override
        public long messageId() {
            return cancel.messageId();
        }

        @Override
        public Cancelling with(LinkChannel changed) {
            return new Cancelling(changed, cancel);
        }
    }
}
