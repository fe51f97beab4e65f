package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** What an enrolment is for (PROTOCOL.md, "Enrolment"). */
public enum EnrolmentPurpose {
    /** A first certificate, or one in the place of a void or expired one; asks for an activation code. */
    NEW(1),
    /** A new key and certificate for an enabled slot; slot secret, payment key and attempts stay. */
    RENEWAL(2);

    private final int code;

    EnrolmentPurpose(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<EnrolmentPurpose> fromCode(int code) {
        return Arrays.stream(values()).filter(p -> p.code == code).findFirst();
    }
}
