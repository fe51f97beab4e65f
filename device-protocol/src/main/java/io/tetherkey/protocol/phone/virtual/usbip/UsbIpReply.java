package io.tetherkey.protocol.phone.virtual.usbip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the phone answers to a command. */
sealed interface UsbIpReply {

    /** A Linux error number, negative, or 0. */
    int status();

    /**
     * A transfer is over.
     *
     * @param length the bytes that were moved
     * @param data the bytes for the computer; empty if it sent some
     */
    record Submitted(int sequence, int status, int length, byte[] data) implements UsbIpReply {
        public Submitted {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Submitted(int sameSequence, int sameStatus, int sameLength, byte[] sameData)
                    && sequence == sameSequence
                    && status == sameStatus
                    && length == sameLength
                    && Arrays.equals(data, sameData);
        }

        @Override
        public int hashCode() {
            return 31 * sequence + Arrays.hashCode(data);
        }
    }

    /** A transfer was given up, or was over already. */
    record Unlinked(int sequence, int status) implements UsbIpReply {}

    int OK = 0;
    int STALLED = -32;
    int OVERFLOW = -75;
    int GIVEN_UP = -104;

    static Submitted taken(int sequence, int length) {
        return new Submitted(sequence, OK, length, new byte[0]);
    }

    static Submitted given(int sequence, byte[] data) {
        return new Submitted(sequence, OK, data.length, data);
    }

    static Submitted failed(int sequence, int status) {
        return new Submitted(sequence, status, 0, new byte[0]);
    }
}
