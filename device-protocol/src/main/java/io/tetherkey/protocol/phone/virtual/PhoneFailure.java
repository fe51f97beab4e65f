package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.message.Fault;
import java.util.Locale;

/** The virtual phone could not start, or did not pay: one sentence with its stable code. */
public final class PhoneFailure extends Exception {
    private static final long serialVersionUID = 1L;

    PhoneFailure(Fault fault) {
        super(fault.code() + " " + fault.sentence(Locale.ENGLISH));
    }

    /** @param cause shown with {@code --verbose} only */
    PhoneFailure(Fault fault, Exception cause) {
        super(fault.code() + " " + fault.sentence(Locale.ENGLISH), cause);
    }

    PhoneFailure(Fault fault, String detail) {
        super(sentence(fault, detail));
    }

    /** @param detail which file, line or port, and why */
    PhoneFailure(Fault fault, String detail, Exception cause) {
        super(sentence(fault, detail), cause);
    }

    private static String sentence(Fault fault, String detail) {
        return fault.code() + " " + fault.sentence(Locale.ENGLISH) + " (" + detail + ")";
    }
}
