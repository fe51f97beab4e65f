package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.ui.Tone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the list, in words.
 *
 * @param date day and time
 * @param day the day alone
 * @param proof empty where nothing was paid, so nothing can be proved
 */
public record HistoryRow(
        HistoryEntry entry,
        String date,
        String day,
        String bank,
        String payee,
        String amount,
        String result,
        String proof,
        Tone tone) {

    /** All of the row in one sentence, for who listens instead of looks. */
    public String spoken() {
        return Stream.of(date, bank, payee, amount, result, proof)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
