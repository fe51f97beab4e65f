package io.tetherkey.bank.web;

import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import java.util.OptionalInt;

/** Which HTTP status goes with which fault of the catalogue. */
public final class Problems {

    private Problems() {}

    /** The problem for a bare HTTP status. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 413 -> of(Fault.MESSAGE_TOO_LARGE);
            case 500 -> of(Fault.INTERNAL);
            default -> of(status, Fault.MESSAGE_MALFORMED);
        };
    }

    /** The problem for a fault, with the status that belongs to it. */
    public static Problem of(Fault fault) {
        return of(status(fault), fault);
    }

    /** The problem for a fault that has used up no try and says so. */
    public static Problem notCounted(Fault fault) {
        return of(fault, new Problem.Attempts(OptionalInt.empty(), false));
    }

    /** The problem for a fault that has used up a try, with those that are left. */
    public static Problem counted(Fault fault, int triesLeft) {
        return of(fault, new Problem.Attempts(OptionalInt.of(triesLeft), true));
    }

    private static Problem of(Fault fault, Problem.Attempts attempts) {
        var plain = of(fault);
        return new Problem(plain.status(), fault, Optional.of(attempts));
    }

    private static Problem of(int status, Fault fault) {
        return Problem.of(status, fault);
    }

    private static int status(Fault fault) {
        return switch (fault) {
            case CERTIFICATE_REFUSED,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_VOID,
                    CERTIFICATE_SUPERSEDED,
                    ACTIVATION_CODE_WRONG,
                    ACTIVATION_CODE_VOID,
                    PAYMENT_KEY_VOIDED,
                    LOGIN_ORIGIN_REFUSED,
                    WRONG_PASSWORD -> 403;
            case TOO_MANY_PASSWORDS -> 429;
            case SESSION_UNKNOWN, ORDER_UNKNOWN, BANK_UNKNOWN -> 404;
            case SESSION_EXPIRED, ORDER_EXPIRED, LOGIN_LINK_VOID, LOGIN_CODE_VOID -> 410;
            case SESSION_CONFLICT, ORDER_CONFLICT, ORDER_CLOSED -> 409;
            case SUITE_REFUSED, ORDER_UNTRUSTED, BANK_NOT_ACCEPTED -> 422;
            case MESSAGE_TOO_LARGE -> 413;
            case INTERNAL -> 500;
            default -> 400;
        };
    }
}
