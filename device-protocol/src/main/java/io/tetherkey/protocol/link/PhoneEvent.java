package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.message.StatusCode;

/** What happens to the phone's end of a link; {@code now} is in milliseconds of one monotonic clock. */
public sealed interface PhoneEvent {
    long now();

    /** Bytes between two delimiters arrived. */
    record Arrived(FrameResult result, long now) implements PhoneEvent {}

    /** The layer above has the reply to a request; without effect if the link has moved on. */
    record Answered(RequestToken token, byte[] message, long now) implements PhoneEvent {
        public Answered {
            message = message.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }
    }

    /** The layer above cannot make anything of a request; without effect if the link has moved on. */
    record Refused(RequestToken token, StatusCode status, long now) implements PhoneEvent {}

    /**
     * The layer above works on the request, and this is what it waits for.
     *
     * @param status 5 bytes
     */
    record StatusChanged(RequestToken token, byte[] status, long now) implements PhoneEvent {
        public StatusChanged {
            status = PhoneEvent.status(status);
        }

        @Override
        public byte[] status() {
            return status.clone();
        }
    }

    /**
     * The phone was locked or unlocked. While a request is in work its own status says so.
     *
     * @param status 5 bytes
     */
    record News(byte[] status, long now) implements PhoneEvent {
        public News {
            status = PhoneEvent.status(status);
        }

        @Override
        public byte[] status() {
            return status.clone();
        }
    }

    private static byte[] status(byte[] bytes) {
        if (bytes.length != LinkLimits.STATUS_LENGTH) {
            throw new IllegalArgumentException("A status has five bytes.");
        }
        return bytes.clone();
    }

    /** Time has passed; at least every 100 ms while the link is open. */
    record Tick(long now) implements PhoneEvent {}

    /** The phone leaves: it is switched off. */
    record Closing(long now) implements PhoneEvent {}

    /** The cable is gone. */
    record Unplugged(long now) implements PhoneEvent {}
}
