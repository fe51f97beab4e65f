package io.tetherkey.protocol.phone.screen;

import java.util.Locale;

/**
 * Makes foreign text safe to show: every character that is invisible, reorders its neighbours, breaks the line or
 * passes for a space is spelled out as {@code ‹U+202E›}, so that nobody signs what they cannot see.
 */
public final class VisibleText {
    private static final int MOST_MARKS = 2;
    private static final int SPACE = 0x20;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private VisibleText() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int marks = 0;
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            boolean secondSpace = c == SPACE && before == SPACE;
            if (isHidden(c) || marks > MOST_MARKS || secondSpace) {
                out.append("‹U+").append(hex(c)).append('›');
            } else {
                out.appendCodePoint(c);
            }
            before = c;
        }
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != SPACE && c != IDEOGRAPHIC_SPACE;
            default -> isBlankLetter(c) || isVariationSelector(c);
        };
    }

    /** Letters that draw nothing: Hangul fillers, the combining grapheme joiner and the empty Braille cell. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0;
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String hex(int c) {
        return String.format(Locale.ROOT, "%04X", c);
    }
}
