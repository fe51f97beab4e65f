package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import java.util.Arrays;

/** What must hold for every slot whenever the phone has started. */
final class Slots {
    private Slots() {}

    /** An enabled slot has certificate, payment key and the key that fits the certificate. */
    static void requireWhole(FlashStore flash) throws FlashException {
        for (SlotRecord slot : flash.slots()) {
            if (slot.leaving()) {
                throw new AssertionError("a deletion was left undone");
            }
            if (slot.enabled() && !hasItsKey(flash, slot)) {
                throw new AssertionError("an enabled slot lacks the key of its certificate");
            }
            if (!slot.enabled() && !slot.voided()) {
                throw new AssertionError("half a slot");
            }
        }
    }

    static boolean hasItsKey(FlashStore flash, SlotRecord slot) throws FlashException {
        try {
            byte[] certified = Certificates.spki(slot.certificateChain().getFirst());
            return flash.key(slot.slotId())
                    .filter(key -> Arrays.equals(key.spki(), certified))
                    .isPresent();
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
