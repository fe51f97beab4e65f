package io.tetherkey.protocol.conformance.phone;

import java.util.regex.Pattern;

/** Tells a serial number in a product name: five digits, or eight hexadecimal digits one of which is a number. */
public final class SerialNumbers {
    private static final Pattern LIKE_ONE =
            Pattern.compile("[0-9]{5}|(?=[0-9A-Fa-f]{0,7}[0-9])[0-9A-Fa-f]{8}|([0-9A-Fa-f]{2}[:-]){3}");

    private SerialNumbers() {}

    public static boolean looksLikeOne(String model) {
        return LIKE_ONE.matcher(model).find();
    }
}
