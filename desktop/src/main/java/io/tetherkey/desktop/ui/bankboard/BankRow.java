package io.tetherkey.desktop.ui.bankboard;

import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.enrolment.SlotAction;
import java.util.List;

/**
 * One bank as the phone's flash holds it, in words.
 *
 * @param initial the mark of a bank that has no picture
 * @param colour {@code #rrggbb} of the signed directory
 * @param actions what is offered beside it
 */
public record BankRow(
        String bankId,
        String name,
        String initial,
        String colour,
        String enabled,
        Tone tone,
        String validUntil,
        String attempts,
        int attemptsLeft,
        String algorithm,
        String lastResult,
        List<SlotAction> actions) {

    public BankRow {
        actions = List.copyOf(actions);
    }

    /** All of the row in one sentence, for who listens instead of looks. */
    public String spoken() {
        return String.join(", ", name, enabled, validUntil, attempts, algorithm, lastResult);
    }
}
