package io.tetherkey.bank.session;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.StatusCode;

/** The fault that a person is told for a status of the protocol. */
final class SessionFaults {

    private SessionFaults() {}

    static Fault of(StatusCode status) {
        return switch (status) {
            case CONFLICT -> Fault.SESSION_CONFLICT;
            case UNKNOWN_SESSION -> Fault.SESSION_UNKNOWN;
            case SESSION_EXPIRED, EXPIRED, TIMEOUT -> Fault.SESSION_EXPIRED;
            case SUITE -> Fault.SUITE_REFUSED;
            case SLOT_EXISTS -> Fault.SLOT_EXISTS;
            case TOO_LARGE -> Fault.MESSAGE_TOO_LARGE;
            case VOID -> Fault.CERTIFICATE_VOID;
            case BAD_VERSION,
                    BUSY,
                    BAD_CHANNEL,
                    BAD_FRAME,
                    BAD_ENCODING,
                    BAD_MESSAGE,
                    DECLINED,
                    LOCKED,
                    CONSENT_REQUIRED,
                    CANCELLED,
                    NOT_AVAILABLE,
                    OTHER -> Fault.MESSAGE_MALFORMED;
        };
    }
}
