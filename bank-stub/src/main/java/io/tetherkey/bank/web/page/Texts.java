package io.tetherkey.bank.web.page;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.ResourceBundle;

/** The words of one language. */
public final class Texts {
    private final PageLanguage language;
    private final ResourceBundle bundle;

    private Texts(PageLanguage language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "io.tetherkey.bank.web.page.texts",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts of(PageLanguage language) {
        return new Texts(language);
    }

    public PageLanguage language() {
        return language;
    }

    /** The text of a key; a missing key is a bug and throws {@link java.util.MissingResourceException}. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** A text with its {@code {0}}, {@code {1}} filled in. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(values);
    }

    /** An amount with its ISO 4217 code, such as {@code 1,280.00 CNY}: the same form that the phone shows. */
    public String money(long minorUnits, String currencyCode) {
        int digits = Currency.getInstance(currencyCode).getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minorUnits, digits)) + " " + currencyCode;
    }
}
