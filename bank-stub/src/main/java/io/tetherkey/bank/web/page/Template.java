package io.tetherkey.bank.web.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page or a part of one, with holes. {@code {{name}}} takes a value: {@link Html} as it is, anything else escaped.
 * {@code {{@key}}} takes a text of the page's language, escaped. Filling is one pass: what a value holds is never read
 * as a hole. A hole without a value is a bug and throws.
 */
public final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{\\{(@?)([A-Za-z0-9.]+)}}");

    private final String source;

    private Template(String source) {
        this.source = source;
    }

    public static Template of(String source) {
        return new Template(source);
    }

    public Html fill(Texts texts, Map<String, Object> values) {
        Matcher hole = HOLE.matcher(source);
        StringBuilder page = new StringBuilder(source.length() * 2);
        int end = 0;
        while (hole.find()) {
            page.append(source, end, hole.start());
            page.append(valueOf(hole.group(1), hole.group(2), texts, values).markup());
            end = hole.end();
        }
        page.append(source, end, source.length());
        return new Html(page.toString());
    }

    private static Html valueOf(String sigil, String name, Texts texts, Map<String, Object> values) {
        if (sigil.equals("@")) {
            return Html.escaped(texts.get(name));
        }
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value for {{" + name + "}}");
        }
        return value instanceof Html html ? html : Html.escaped(value.toString());
    }
}
