package io.tetherkey.bank.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that pages speak. */
public enum PageLanguage {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    PageLanguage(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The BCP 47 tag, as in the {@code lang} attribute and the language switch. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<PageLanguage> fromTag(String tag) {
        return List.of(values()).stream()
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** Chooses by an {@code Accept-Language} header (RFC 9110 §12.5.4); English if it names none that we speak. */
    public static PageLanguage fromAcceptLanguage(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
        for (Locale.LanguageRange range : ranges) {
            String language = range.getRange();
            if (range.getWeight() == 0) {
                continue;
            }
            if (language.equals("zh") || language.startsWith("zh-")) {
                return CHINESE;
            }
            if (language.equals("en") || language.startsWith("en-") || language.equals("*")) {
                return ENGLISH;
            }
        }
        return ENGLISH;
    }
}
