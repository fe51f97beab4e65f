package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/**
 * A software chip's key of one slot. Nobody but the chip asks the store for it; a hardware chip keeps it inside.
 *
 * @param pkcs8 the private key, PKCS #8
 * @param spki the public key, DER SubjectPublicKeyInfo
 * @param slotSecret 32 bytes drawn by the chip, from which the response key is derived
 */
public record KeyRecord(String slotId, int suite, byte[] pkcs8, byte[] spki, byte[] slotSecret) {
    private static final int MOST_KEY = 16_384;

    public KeyRecord {
        pkcs8 = pkcs8.clone();
        spki = spki.clone();
        slotSecret = slotSecret.clone();
    }

    /** The raw private key; the caller zeroes its copy. */
    @Override
    public byte[] pkcs8() {
        return pkcs8.clone();
    }

    @Override
    public byte[] spki() {
        return spki.clone();
    }

    /** The raw slot secret; the caller zeroes its copy. */
    @Override
    public byte[] slotSecret() {
        return slotSecret.clone();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "KeyRecord[" + slotId + ", suite " + suite + "]";
    }

    byte[] encode() {
        return new CborMapWriter()
                .put(1, slotId)
                .put(2, suite)
                .put(3, pkcs8)
                .put(4, spki)
                .put(5, slotSecret)
                .encode();
    }

    static KeyRecord decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            KeyRecord key = new KeyRecord(
                    in.text(1, 32),
                    (int) in.integer(2, 1, 255),
                    in.bytes(3, 1, MOST_KEY),
                    in.bytes(4, 1, MOST_KEY),
                    in.bytes(5, FlashCodec.HASH, FlashCodec.HASH));
            in.end();
            return key;
        } catch (CborException e) {
            throw FlashCodec.damaged("key", e);
        }
    }
}
