package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.phone.flash.EnrolmentRecord;
import io.tetherkey.protocol.phone.flash.SessionRecord;
import java.util.Arrays;

/**
 * Who carries the sealed messages between bank and chip: a computer on the cable, or this phone itself over its own
 * network. A computer carries only the sessions that it opened; the phone carries all of its own.
 *
 * @param path goes into the evidence; only the kind of link decides it, never a message
 * @param computerHash SHA-256 of the computer's id; 32 zero bytes, which are no computer's, for the phone itself
 */
record Carrier(Path path, byte[] computerHash) {
    private static final int HASH = 32;

    static Carrier computer(byte[] idHash) {
        return new Carrier(Path.WIRED, idHash.clone());
    }

    static Carrier phoneItself() {
        return new Carrier(Path.WIRELESS, new byte[HASH]);
    }

    boolean mayCarry(SessionRecord session) {
        return began(session.computerHash());
    }

    boolean mayCarry(EnrolmentRecord enrolment) {
        return began(enrolment.computerHash());
    }

    private boolean began(byte[] computer) {
        return path == Path.WIRELESS || Arrays.equals(computer, computerHash);
    }
}
