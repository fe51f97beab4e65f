package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one sentence, with its code, that tells the user why a command ended. */
final class Sentences {
    private static final Pattern CODED = Pattern.compile("TK-[0-9]{3} .+", Pattern.DOTALL);

    private static final int CODE_LENGTH = Fault.INTERNAL.code().length();

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

    /** What the catalogue says besides of the code that {@code sentence} begins with, a line for each. */
    static List<String> entry(String sentence) {
        Matcher coded = CODED.matcher(sentence);
        return (coded.matches() ? Fault.fromCode(sentence.substring(0, CODE_LENGTH)) : Optional.<Fault>empty())
                .map(fault -> List.of(
                        "  title:         " + fault.title(Locale.ENGLISH),
                        "  remedy:        " + fault.remedy(Locale.ENGLISH),
                        "  who must act:  " + fault.actor().label(Locale.ENGLISH),
                        "  tries:         " + fault.counting().sentence(Locale.ENGLISH)))
                .orElse(List.of());
    }
}
