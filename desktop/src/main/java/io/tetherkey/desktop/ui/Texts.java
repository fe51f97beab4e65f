package io.tetherkey.desktop.ui;

import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.trust.BankEntry;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The window's texts in the language that is chosen at present; used on the UI thread only. */
public final class Texts {

    private static final String BUNDLE = "io.tetherkey.desktop.ui.texts";

    private final ObjectProperty<Language> language;
    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

    public Texts(Language initial) {
        this.language = new SimpleObjectProperty<>(initial);
    }

    private static ResourceBundle load(Language language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, language.locale(), control);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Locale locale() {
        return language.get().locale();
    }

    /** The text of {@code key}, with {@code {0}} and so on replaced. */
    public String get(String key, Object... arguments) {
        // Looked up by the language itself: bindings are asked before change listeners are told.
        String pattern = bundles.computeIfAbsent(language.get(), Texts::load).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(arguments);
    }

    /** The text of {@code key}, following the language. */
    public StringBinding bind(String key) {
        return Bindings.createStringBinding(() -> get(key), language);
    }

    /** Runs {@code render} now and whenever the language changes. */
    public void onLanguage(Runnable render) {
        render.run();
        language.addListener((property, before, now) -> render.run());
    }

    /** The bank's name in this language. */
    public String bankName(BankEntry bank) {
        return language.get() == Language.CHINESE ? bank.nameZh() : bank.nameEn();
    }

    /** The bank's name as the phone holds it, in this language. */
    public String bankName(SlotInfo slot) {
        return language.get() == Language.CHINESE ? slot.nameZh() : slot.nameEn();
    }

    /** The digits of an amount with grouping, without its currency: {@code 5,000.00}. */
    public String digits(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        int decimals = money.decimal().contains(".")
                ? money.decimal().length() - money.decimal().indexOf('.') - 1
                : 0;
        format.setMinimumFractionDigits(decimals);
        return format.format(new BigDecimal(money.decimal()));
    }

    /** A date in this language, short enough for a card. */
    public String date(Instant instant) {
        FormatStyle style = language.get() == Language.CHINESE ? FormatStyle.SHORT : FormatStyle.MEDIUM;
        return DateTimeFormatter.ofLocalizedDate(style)
                .withLocale(locale())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** Minutes and seconds, which every language here writes alike: {@code 1:05}. */
    public static String clock(Duration left) {
        return String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }

    /** A month in this language. */
    public String month(YearMonth month) {
        String pattern = language.get() == Language.CHINESE ? "y年M月" : "MMMM y";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(month);
    }

    /** A time of day in this language. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
