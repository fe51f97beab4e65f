package io.tetherkey.protocol.conformance;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a case, such as {@code LINK-P-01}. It is never given to another case.
 *
 * @param number 1 to 99, counted within group and kind
 */
public record CaseId(CaseGroup group, Kind kind, int number) implements Comparable<CaseId> {
    private static final Pattern FORM = Pattern.compile("([A-Z]+)-([PF])-([0-9]{2})");
    private static final Comparator<CaseId> ORDER =
            Comparator.comparing(CaseId::group).thenComparing(CaseId::kind).thenComparing(CaseId::number);

    /** What the phone must do. */
    public enum Kind {
        /** It must work. */
        P,
        /** It must be refused or passed over. */
        F
    }

    public CaseId {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("A case has a number from 1 to 99.");
        }
    }

    /** The id that the text spells, or empty if it spells none. */
    public static Optional<CaseId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseId(
                    CaseGroup.valueOf(parts.group(1)), Kind.valueOf(parts.group(2)), Integer.parseInt(parts.group(3))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(CaseId other) {
        return ORDER.compare(this, other);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%s-%02d", group, kind, number);
    }
}
