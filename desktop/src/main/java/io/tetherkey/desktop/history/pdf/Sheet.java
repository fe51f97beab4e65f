package io.tetherkey.desktop.history.pdf;

import java.util.List;

/**
 * What stands on a printed receipt, in the reader's language.
 *
 * @param mark stands beside the maker's name, such as that all of it is a demonstration; empty if nothing does
 * @param sum amount and currency
 * @param result how it ended
 * @param verdict whether all that was signed agrees
 */
public record Sheet(
        String title,
        String mark,
        String payee,
        String sum,
        String result,
        String verdict,
        List<Line> lines,
        String note) {

    /** A name and its value. */
    public record Line(String name, String value) {}

    public Sheet {
        lines = List.copyOf(lines);
    }
}
