package io.tetherkey.desktop.history.pdf;

import java.util.List;

/** What stands on a printed receipt, in the reader's language. */
public record Sheet(String title, String verdict, List<Line> lines, String note) {

    /** A name and its value. */
    public record Line(String name, String value) {}

    public Sheet {
        lines = List.copyOf(lines);
    }
}
