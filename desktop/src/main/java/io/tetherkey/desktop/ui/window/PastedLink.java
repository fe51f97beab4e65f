package io.tetherkey.desktop.ui.window;

import java.util.regex.Pattern;

/**
 * Cleans what a person pasted: quotes and brackets around the link, and the line breaks that mail and chat programs put
 * into it. What is left is judged as strictly as any link.
 */
final class PastedLink {

    private static final String WRAPPING =
            "\"'`<>()[]{}\u2018\u2019\u201c\u201d\u300c\u300d\u300e\u300f\u00ab\u00bb,.;";
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+ *");
    /** Anything longer is no link; it is handed on as it came and refused for its length. */
    private static final int MOST = 20_000;

    private PastedLink() {}

    /** The link in {@code text}; text that holds none comes back without what wraps it. */
    static String in(String text) {
        if (text.length() > MOST) {
            return text;
        }
        String flat = BREAKS.matcher(text.strip()).replaceAll("");
        int start = 0;
        int end = flat.length();
        while (start < end && wraps(flat.charAt(start))) {
            start++;
        }
        while (end > start && wraps(flat.charAt(end - 1))) {
            end--;
        }
        return flat.substring(start, end);
    }

    private static boolean wraps(char sign) {
        return WRAPPING.indexOf(sign) >= 0 || Character.isWhitespace(sign) || sign == '\ufeff' || sign == '\u200b';
    }
}
