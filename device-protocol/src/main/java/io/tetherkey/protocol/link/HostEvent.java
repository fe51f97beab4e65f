package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.FrameResult;

/** What happens to the PC's end of a link; {@code now} is in milliseconds of one monotonic clock. */
public sealed interface HostEvent {
    long now();

    /** The cable is there and is empty: say HELLO. */
    record Connected(Hello hello, long now) implements HostEvent {}

    /** Bytes between two delimiters arrived. */
    record Arrived(FrameResult result, long now) implements HostEvent {}

    /** The layer above sends a request; only in {@link HostState.Ready}. */
    record Submitted(byte[] message, long now) implements HostEvent {
        public Submitted {
            message = message.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }
    }

    /** The layer above wants the phone to give the request up; any number of times. */
    record CancelAsked(long now) implements HostEvent {}

    /** Time has passed; at least every 100 ms while the link is open. */
    record Tick(long now) implements HostEvent {}

    /** The layer above is done. */
    record Closing(long now) implements HostEvent {}

    /** The cable is gone. */
    record Unplugged(long now) implements HostEvent {}
}
