package io.tetherkey.protocol.message;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount in minor units of an ISO 4217 currency, so 12800 with CNY is 128.00 yuan.
 *
 * @param minorUnits 0 to {@link #MOST}
 * @param currency three capital letters that ISO 4217 knows
 */
public record Money(long minorUnits, String currency) {
    /** The largest amount that a message carries. */
    public static final long MOST = 999_999_999_999_999L;

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,3})?");

    /** @throws IllegalArgumentException if the amount is out of range or the currency is unknown */
    public Money {
        if (minorUnits < 0 || minorUnits > MOST) {
            throw new IllegalArgumentException("amount out of range");
        }
        Currency.getInstance(currency);
    }

    /**
     * Reads a plain decimal amount such as {@code 128.00} or {@code 128}.
     *
     * @throws IllegalArgumentException if the text is no plain amount or has more decimals than the currency
     */
    public static Money parse(String decimal, String currency) {
        if (!PLAIN.matcher(decimal).matches()) {
            throw new IllegalArgumentException("not a plain amount");
        }
        try {
            var minor = new BigDecimal(decimal).movePointRight(digits(currency));
            return new Money(minor.longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("more decimals than " + currency + " has", e);
        }
    }

    /** The amount with the currency's own number of decimals and without grouping: {@code 128.00}. */
    public String decimal() {
        return BigDecimal.valueOf(minorUnits, digits(currency)).toPlainString();
    }

    /** The amount and the currency: {@code 128.00 CNY}. */
    @Override
    public String toString() {
        return decimal() + " " + currency;
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
