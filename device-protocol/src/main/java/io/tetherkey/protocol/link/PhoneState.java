package io.tetherkey.protocol.link;

/**
 * Where the phone's end of a link stands.
 *
 * <pre>
 * Listening ──HELLO──▶ Idle ──request──▶ Working ──Answered──▶ Replying ──MSG_ACK──▶ Idle
 *     ▲                                     ▲                     │
 *     │                                     └──── next request ───┘
 *     └──── silence or BYE, in any of them; a HELLO with another nonce leads to Idle on a new channel
 * any ──unplug, close──▶ Closed
 * </pre>
 */
public sealed interface PhoneState {

    /**
     * Nothing but HELLO counts.
     *
     * @param model a product name, 1 to 32 bytes of UTF-8
     * @param lastChannel the channel given out last, 0 for none
     */
    record Listening(String model, int lastChannel) implements PhoneState {
        /** @throws IllegalArgumentException if the model is not 1 to 32 bytes of UTF-8 */
        public Listening {
            HelloOk.checkModel(model);
        }
    }

    /** The cable is gone. */
    record Closed() implements PhoneState {}

    /** A state with a channel; {@code messageId} is the last request's, or 0. */
    sealed interface Open extends PhoneState {
        PhoneChannel link();

        long messageId();

        Open with(LinkChannel channel);

        /** How much silence of the PC it bears. */
        default Silence silence() {
            return Silence.SHORT;
        }
    }

    /** No request is in work and no reply is unacknowledged. */
    record Idle(PhoneChannel link, long messageId) implements Open {
        @Override
        public Silence silence() {
            return link.channel().atRest();
        }

        @Override
        public Idle with(LinkChannel channel) {
            return new Idle(link.with(channel), messageId);
        }
    }

    /**
     * The layer above works on a request.
     *
     * @param status the 5 bytes that a KEEPALIVE carries now
     * @param keptAliveAt when the last one was sent, in milliseconds
     * @param cancelled whether the layer above knows that the PC wants the request given up
     */
    record Working(PhoneChannel link, long messageId, byte[] status, long keptAliveAt, boolean cancelled)
            implements Open {
        public Working {
            status = status.clone();
        }

        @Override
        public byte[] status() {
            return status.clone();
        }

        @Override
        public Working with(LinkChannel channel) {
            return new Working(link.with(channel), messageId, status, keptAliveAt, cancelled);
        }
    }

    /** The reply was sent and is not acknowledged. */
    record Replying(PhoneChannel link, Outgoing reply) implements Open {
        @Override
        public long messageId() {
            return reply.messageId();
        }

        @Override
        public Replying with(LinkChannel channel) {
            return new Replying(link.with(channel), reply);
        }
    }
}
