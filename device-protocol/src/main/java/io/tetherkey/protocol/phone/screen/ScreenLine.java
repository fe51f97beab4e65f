package io.tetherkey.protocol.phone.screen;

/**
 * One line of a screen, in reading order.
 *
 * @param label what the text is, such as "Payee account"; empty for a line that needs none
 * @param text safe to show: characters that hide or reorder others are spelled out
 */
public record ScreenLine(Style style, String label, String text) {

    /** How much a line weighs; the display decides what that looks like. */
    public enum Style {
        TITLE,
        HEADLINE,
        AMOUNT,
        FIELD,
        BODY,
        WARNING
    }

    static ScreenLine of(Style style, String text) {
        return new ScreenLine(style, "", text);
    }

    static ScreenLine field(String label, String text) {
        return new ScreenLine(Style.FIELD, label, text);
    }

    /** The line as a script reads it. */
    public String plain() {
        return label.isEmpty() ? text : label + ": " + text;
    }
}
