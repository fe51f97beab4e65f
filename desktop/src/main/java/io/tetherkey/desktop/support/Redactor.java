package io.tetherkey.desktop.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a text what tells of a person, a payment or a device: what is known by value, such as the home folder, and
 * what is known by form, such as amounts and start links. Rather too much than too little.
 */
public final class Redactor {

    private static final int LEAST_LENGTH = 2;
    private static final Pattern LINK = Pattern.compile("(?i)tetherkey:[^\\s\"'<>]+");
    private static final Pattern DATA = Pattern.compile("(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{44,}={0,2}");
    private static final Pattern ID = Pattern.compile("(?i)(?<![0-9a-f])([0-9a-f]{8})[0-9a-f]{8,}(?![0-9a-f])");
    private static final Pattern DECIMAL_AMOUNT =
            Pattern.compile("(?<![\\d.,:])\\d{1,3}(?:[,\\d]*\\d)?\\.\\d{2}(?![\\d.])");
    private static final Pattern CURRENCY_AMOUNT = Pattern.compile("(?<![\\w.])\\d[\\d,.]*\\s?(?:"
            + Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .sorted()
                    .collect(Collectors.joining("|"))
            + ")\\b");

    private final List<Rule> rules = new ArrayList<>();

    /** @param keep whether the start of what is found stays, as a log may hold it */
    private record Rule(Pattern pattern, Taken kind, Keep keep) {}

    private enum Keep {
        NOTHING,
        FIRST_GROUP
    }

    /** A text without what was taken out of it, and how often what was. */
    public record Redacted(String text, Map<Taken, Integer> taken) {}

    /** @param known what is to be taken out by value; shorter than two characters is left alone */
    public Redactor(Map<String, Taken> known) {
        rules.add(new Rule(LINK, Taken.LINK, Keep.NOTHING));
        new LinkedHashMap<>(known)
                .entrySet().stream()
                        .filter(one -> one.getKey().strip().length() >= LEAST_LENGTH)
                        .sorted(Comparator.comparing(one -> -one.getKey().length()))
                        .forEach(one -> rules.add(new Rule(word(one.getKey().strip()), one.getValue(), Keep.NOTHING)));
        rules.add(new Rule(CURRENCY_AMOUNT, Taken.AMOUNT, Keep.NOTHING));
        rules.add(new Rule(DECIMAL_AMOUNT, Taken.AMOUNT, Keep.NOTHING));
        rules.add(new Rule(ID, Taken.ID, Keep.FIRST_GROUP));
        rules.add(new Rule(DATA, Taken.DATA, Keep.NOTHING));
    }

    /** A whole word, whatever its case, so that a short user name does not eat half of the text. */
    private static Pattern word(String value) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Applies every rule. */
    public Redacted redact(String text) {
        Map<Taken, Integer> taken = new EnumMap<>(Taken.class);
        String left = text;
        for (Rule rule : rules) {
            left = rule.pattern().matcher(left).replaceAll(found -> {
                taken.merge(rule.kind(), 1, Integer::sum);
                return java.util.regex.Matcher.quoteReplacement(instead(rule, found));
            });
        }
        return new Redacted(left, taken);
    }

    private static String instead(Rule rule, MatchResult found) {
        return rule.keep() == Keep.FIRST_GROUP
                ? found.group(1) + "…"
                : rule.kind().mark();
    }
}
