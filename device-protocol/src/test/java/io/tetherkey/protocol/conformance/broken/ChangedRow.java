package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.SlotInfo;
import java.time.Instant;

/** A row of the board as a broken phone tells it. */
final class ChangedRow {

    private ChangedRow() {}

    static SlotInfo of(SlotInfo row, boolean enabled, Instant validUntil, int attemptsLeft) {
        return new SlotInfo(
                row.slotId(),
                row.bankId(),
                row.nameEn(),
                row.nameZh(),
                row.suite(),
                enabled,
                validUntil,
                attemptsLeft,
                row.lastResult());
    }
}
