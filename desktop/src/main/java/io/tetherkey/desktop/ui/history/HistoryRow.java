package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.ui.Tone;

/** One line of the table, in words. */
public record HistoryRow(
        HistoryEntry entry,
        String date,
        String bank,
        String payee,
        String amount,
        String result,
        String proof,
        Tone tone) {

    /** All of the row in one sentence, for who listens instead of looks; also what the search looks at. */
    public String spoken() {
        return String.join(", ", date, bank, payee, amount, result, proof);
    }
}
