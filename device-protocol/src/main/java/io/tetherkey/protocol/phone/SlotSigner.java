package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import java.io.UncheckedIOException;
import java.util.List;

/** Signs with the key of one slot, inside the chip. */
record SlotSigner(CryptoChip chip, SlotRecord slot) implements Signer {

    @Override
    public Suite suite() {
        return Suite.fromId(slot.suite()).orElseThrow();
    }

    /** @throws UncheckedIOException of a {@link FlashException} if the chip's storage fails */
    @Override
    public byte[] sign(byte[] toBeSigned) {
        try {
            return chip.sign(slot.slotId(), toBeSigned);
        } catch (FlashException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> certificateChain() {
        return slot.certificateChain();
    }
}
