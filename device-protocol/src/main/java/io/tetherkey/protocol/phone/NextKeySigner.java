package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import java.io.UncheckedIOException;
import java.util.List;

/** Signs with the next key of one slot, inside the chip. */
record NextKeySigner(CryptoChip chip, String slotId, Suite suite) implements Signer {

    /** @throws UncheckedIOException of a {@link FlashException} if the chip's storage fails */
    @Override
    public byte[] sign(byte[] toBeSigned) {
        try {
            return chip.signWithNext(slotId, toBeSigned);
        } catch (FlashException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next key has no certificate yet. */
    @Override
    public List<byte[]> certificateChain() {
        return List.of();
    }
}
