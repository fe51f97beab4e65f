package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.util.Optional;

/** Translates why a cable carries nothing into the fault that the user reads. */
public final class CableFaults {

    private CableFaults() {}

    /** The fault of a device that is there and cannot be used; empty where nothing is there. */
    public static Optional<Fault> of(TransportFault why) {
        return switch (why) {
            case ABSENT, UNPLUGGED, CLOSED, INTERRUPTED -> Optional.empty();
            case NO_PERMISSION -> Optional.of(Fault.PHONE_FORBIDDEN);
            case IN_USE -> Optional.of(Fault.PHONE_HELD);
            case UNSUPPORTED -> Optional.of(Fault.PHONE_IN_OTHER_MODE);
            case NO_LIBRARY -> Optional.of(Fault.LIBRARY_MISSING);
            case NOT_NEARBY -> Optional.of(Fault.PHONE_NOT_NEARBY);
            case NO_ANSWER -> Optional.of(Fault.PHONE_SILENT);
            case LEFT_ALONE -> Optional.of(Fault.PHONE_LEFT_ALONE);
            case INCOMPATIBLE -> Optional.of(Fault.PHONE_INCOMPATIBLE);
            case FAILED -> Optional.of(Fault.PHONE_FAILED);
        };
    }

    /** What is to be said of the phone while {@code why} is all that is known. */
    static PhoneState state(Optional<TransportException> why) {
        return why.flatMap(trouble -> of(trouble.fault()))
                .<PhoneState>map(PhoneState.Unusable::new)
                .orElseGet(PhoneState.Absent::new);
    }

    /** Before trust a phone asks its user for nothing but trust, so whoever says no, or nothing, says it of this computer. */
    static Fault ofGreeting(StatusCode status) {
        return status == StatusCode.DECLINED || status == StatusCode.TIMEOUT
                ? Fault.COMPUTER_NOT_TRUSTED
                : Fault.of(status);
    }
}
