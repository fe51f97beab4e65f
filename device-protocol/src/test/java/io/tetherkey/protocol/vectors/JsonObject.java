package io.tetherkey.protocol.vectors;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object whose fields stay in the order in which they were put; byte strings are written in hexadecimal. */
final class JsonObject {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    JsonObject put(String name, String text) {
        return keep(name, text);
    }

    JsonObject put(String name, byte[] bytes) {
        return keep(name, HexFormat.of().formatHex(bytes));
    }

    JsonObject put(String name, long number) {
        return keep(name, number);
    }

    JsonObject put(String name, boolean truth) {
        return keep(name, truth);
    }

    JsonObject put(String name, JsonObject object) {
        return keep(name, object);
    }

    JsonObject put(String name, List<?> items) {
        List<Object> kept = new ArrayList<>();
        for (Object item : items) {
            kept.add(item instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : item);
        }
        return keep(name, kept);
    }

    private JsonObject keep(String name, Object value) {
        if (fields.put(name, value) != null) {
            throw new IllegalStateException(name + " is put twice");
        }
        return this;
    }

    /** The text of a file: two spaces a level, a line end after the last brace. */
    String file() {
        StringBuilder out = new StringBuilder();
        write(this, 0, out);
        return out.append('\n').toString();
    }

    private static void write(Object value, int level, StringBuilder out) {
        switch (value) {
            case JsonObject object -> {
                List<String> names = List.copyOf(object.fields.keySet());
                out.append('{');
                for (int i = 0; i < names.size(); i++) {
                    newLine(out.append(i == 0 ? "" : ","), level + 1);
                    quote(names.get(i), out);
                    write(object.fields.get(names.get(i)), level + 1, out.append(": "));
                }
                newLine(out, level);
                out.append('}');
            }
            case List<?> items -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    newLine(out.append(i == 0 ? "" : ","), level + 1);
                    write(items.get(i), level + 1, out);
                }
                newLine(out, level);
                out.append(']');
            }
            case String text -> quote(text, out);
            default -> out.append(value);
        }
    }

    private static void newLine(StringBuilder out, int level) {
        out.append('\n').append("  ".repeat(level));
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
