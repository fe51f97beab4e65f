package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.time.Instant;

/**
 * A computer that the user let in.
 *
 * @param idHash SHA-256 of the computer's id of 16 bytes, which the flash does not keep
 */
public record TrustedComputer(byte[] idHash, String name, Instant since) {
    public TrustedComputer {
        idHash = idHash.clone();
    }

    @Override
    public byte[] idHash() {
        return idHash.clone();
    }

    byte[] encode() {
        return new CborMapWriter()
                .put(1, idHash)
                .put(2, name)
                .put(3, since.toEpochMilli())
                .encode();
    }

    static TrustedComputer decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            TrustedComputer computer = new TrustedComputer(
                    in.bytes(1, FlashCodec.HASH, FlashCodec.HASH), in.text(2, 64), FlashCodec.time(in, 3));
            in.end();
            return computer;
        } catch (CborException e) {
            throw FlashCodec.damaged("computer", e);
        }
    }
}
