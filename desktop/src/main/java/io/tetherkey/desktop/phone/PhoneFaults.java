package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.StatusCode;

/** Translates the phone's refusals into the faults that the user reads. */
final class PhoneFaults {

    private PhoneFaults() {}

    static Fault of(StatusCode status) {
        return switch (status) {
            case BAD_VERSION, BAD_CHANNEL, BAD_FRAME, BAD_ENCODING, BAD_MESSAGE, OTHER -> Fault.PHONE_BROKE_PROTOCOL;
            case TOO_LARGE -> Fault.MESSAGE_TOO_LARGE;
            case BUSY -> Fault.PHONE_BUSY;
            case DECLINED -> Fault.DECLINED_ON_PHONE;
            case TIMEOUT -> Fault.PHONE_TIMED_OUT;
            case LOCKED -> Fault.PHONE_LOCKED;
            case CONSENT_REQUIRED -> Fault.COMPUTER_NOT_TRUSTED;
            case CANCELLED -> Fault.CANCELLED;
            case NOT_AVAILABLE -> Fault.NOT_AVAILABLE;
            case VOID -> Fault.CERTIFICATE_VOID;
            case EXPIRED -> Fault.CERTIFICATE_EXPIRED;
            case SUITE -> Fault.SUITE_REFUSED;
            case CONFLICT -> Fault.SESSION_CONFLICT;
            case UNKNOWN_SESSION -> Fault.SESSION_UNKNOWN;
            case SESSION_EXPIRED -> Fault.SESSION_EXPIRED;
        };
    }
}
