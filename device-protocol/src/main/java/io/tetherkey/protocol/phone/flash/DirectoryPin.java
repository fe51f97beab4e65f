package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/**
 * By what this phone knows banks that it has no slot of.
 *
 * @param root of the signed directories, DER, put here when the phone is made
 * @param lastVersion of the newest directory seen; an older one is refused
 */
public record DirectoryPin(byte[] root, long lastVersion) {
    private static final int MOST_CERTIFICATE = 8_192;

    public DirectoryPin {
        root = root.clone();
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    /** After a directory was verified; the version only grows. */
    public DirectoryPin seen(long version) {
        return new DirectoryPin(root, Math.max(lastVersion, version));
    }

    byte[] encode() {
        return new CborMapWriter().put(1, root).put(2, lastVersion).encode();
    }

    static DirectoryPin decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            DirectoryPin pin = new DirectoryPin(in.bytes(1, 1, MOST_CERTIFICATE), in.integer(2, 0, Long.MAX_VALUE));
            in.end();
            return pin;
        } catch (CborException e) {
            throw FlashCodec.damaged("directory pin", e);
        }
    }
}
