package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the one sentence, with its code, that tells the user why a command ended. */
final class Sentences {
    private static final Pattern CODED = Pattern.compile("TK-[0-9]{3} .+", Pattern.DOTALL);

    private Sentences() {}

    /** The sentence of a failure that already carries its code, else that of a defect. */
    static String of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (CODED.matcher(message).matches()) {
            return message;
        }
        return Fault.INTERNAL.code() + " " + Fault.INTERNAL.sentence(Locale.ENGLISH) + " ("
                + failure.getClass().getSimpleName() + ")";
    }
}
