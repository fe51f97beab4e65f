package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.EnrolmentRecord;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings the chip's next keys in line with the flash: a next key whose certificate stands in its slot takes its place,
 * and one that no enrolment needs any more is erased. Whatever write a power cut fell into, doing this at the start
 * leaves each slot with the one key that fits its certificate.
 */
record NextKeys(FlashStore flash, CryptoChip chip) {

    void tidy() throws FlashException {
        List<EnrolmentRecord> enrolments = flash.enrolments();
        for (EnrolmentRecord enrolment : enrolments) {
            String slotId = enrolment.slotId();
            Optional<byte[]> next = chip.nextKey(slotId);
            if (next.isPresent() && isCertified(slotId, next.get())) {
                chip.promote(slotId);
            } else if (next.isPresent() && enrolments.stream().noneMatch(other -> needs(other, slotId))) {
                chip.dropNext(slotId);
            }
        }
    }

    private static boolean needs(EnrolmentRecord enrolment, String slotId) {
        return !enrolment.over() && enrolment.slotId().equals(slotId);
    }

    private boolean isCertified(String slotId, byte[] publicKey) throws FlashException {
        Optional<SlotRecord> slot = flash.slot(slotId);
        if (slot.isEmpty() || slot.get().certificateChain().isEmpty()) {
            return false;
        }
        try {
            return Arrays.equals(Certificates.spki(slot.get().certificateChain().getFirst()), publicKey);
        } catch (CertificateException e) {
            throw new FlashException("the flash holds a certificate that cannot be read", e);
        }
    }
}
