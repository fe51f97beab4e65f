package io.tetherkey.protocol.link;

/** What the owner of the phone's end does after a step, in order. */
public sealed interface PhoneEffect {

    /** Write these bytes at once. */
    record Send(byte[] wire) implements PhoneEffect {
        public Send {
            wire = wire.clone();
        }

        @Override
        public byte[] wire() {
            return wire.clone();
        }
    }

    /** A PC opened a link. */
    record Opened(int channel) implements PhoneEffect {}

    /**
     * A request arrived: exactly one {@link PhoneEvent.Answered} or {@link PhoneEvent.Refused} follows, whenever the
     * layer above is done.
     */
    record RequestArrived(RequestToken token, byte[] message) implements PhoneEffect {
        public RequestArrived {
            message = message.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }
    }

    /** The PC wants the request given up; once a request. It is still answered. */
    record CancelArrived(RequestToken token) implements PhoneEffect {}

    /**
     * The link is over; requests in work go on or not as the layer above decides. After {@link LinkLoss#SILENT},
     * {@link LinkLoss#UNACKNOWLEDGED} and {@link LinkLoss#BYE} the owner closes the cable if it is a connection.
     */
    record Down(LinkLoss why) implements PhoneEffect {}
}
