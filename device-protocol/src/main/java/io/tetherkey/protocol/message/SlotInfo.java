package io.tetherkey.protocol.message;

import java.time.Instant;

/**
 * One row of the board of banks, read from the phone's flash without spending a try.
 *
 * @param slotId the phone's own id of the slot, at most 32 characters
 * @param suite 1 classic, 2 GM, 3 post-quantum
 * @param enabled whether a payment key is set and the certificate is not void
 * @param validUntil the end of the chip certificate, to the second
 * @param attemptsLeft of ten, as the bank last told
 */
public record SlotInfo(
        String slotId,
        String bankId,
        String nameEn,
        String nameZh,
        int suite,
        boolean enabled,
        Instant validUntil,
        int attemptsLeft,
        SlotResult lastResult) {}
