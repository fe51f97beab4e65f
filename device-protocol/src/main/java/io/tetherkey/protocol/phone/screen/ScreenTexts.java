package io.tetherkey.protocol.phone.screen;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The phone's words in one language: English, or Simplified Chinese for every Chinese locale. */
public final class ScreenTexts {
    private static final String BUNDLE = "io.tetherkey.protocol.phone.screen.screens";
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final boolean chinese;
    private final ResourceBundle bundle;
    private final ZoneId zone;

    /** @param zone in which times are shown */
    public ScreenTexts(Locale locale, ZoneId zone) {
        this.chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        this.bundle = ResourceBundle.getBundle(BUNDLE, chinese ? Locale.CHINESE : Locale.ROOT);
        this.zone = zone;
    }

    /** The text with its numbered places filled. */
    public String text(String key, Object... places) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(places);
    }

    /** The same words in the other language. */
    public ScreenTexts inOtherLanguage() {
        return new ScreenTexts(chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, zone);
    }

    public boolean chinese() {
        return chinese;
    }

    /** Day and time to the minute. */
    public String time(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(zone));
    }

    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }
}
