package io.tetherkey.protocol.phone;

/**
 * What a slot is for.
 *
 * @param slotId the phone's own id, at most 32 characters
 * @param bankId the bank's id in the directory
 * @param suite 1 classic, 2 GM, 3 post-quantum; also the least suite that the slot accepts
 */
public record SlotIdentity(String slotId, String bankId, String nameEn, String nameZh, int suite) {}
