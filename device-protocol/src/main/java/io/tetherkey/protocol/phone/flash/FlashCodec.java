package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** What the record codecs of the flash share. Times are stored to the millisecond, ids as lower-case hex. */
final class FlashCodec {
    /** Bytes of a session id and of a computer id. */
    static final int ID = 16;
    /** Bytes of a SHA-256. */
    static final int HASH = 32;

    private FlashCodec() {}

    static Instant time(CborMapReader in, int key) throws CborException {
        return Instant.ofEpochMilli(in.integer(key, 0, Long.MAX_VALUE));
    }

    static <T> T known(Optional<T> value) throws CborException {
        return value.orElseThrow(() -> new CborException("unknown code"));
    }

    static FlashException damaged(String record, CborException cause) {
        return new FlashException("the flash holds a " + record + " record that cannot be read", cause);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
