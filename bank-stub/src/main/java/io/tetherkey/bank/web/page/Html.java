package io.tetherkey.bank.web.page;

import java.util.List;

/**
 * Text that is already HTML and may stand in a page as it is. Anything else becomes one through {@link #escaped(String)}.
 *
 * @param markup well-formed HTML
 */
public record Html(String markup) {
    public static final Html EMPTY = new Html("");

    /** Makes any text safe between tags and inside quoted attributes; control characters become U+FFFD. */
    public static Html escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> appendEscaped(safe, c));
        return new Html(safe.toString());
    }

    public static Html joined(List<Html> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.markup()));
        return new Html(all.toString());
    }

    private static void appendEscaped(StringBuilder safe, int c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '`' -> safe.append("&#96;");
            case '\n', '\t' -> safe.appendCodePoint(c);
            default -> safe.appendCodePoint(isUnfit(c) ? 0xFFFD : c);
        }
    }

    /** Controls, lone surrogates and the marks that turn or hide text: none of them belongs in a name. */
    private static boolean isUnfit(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT;
    }
}
