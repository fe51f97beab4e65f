package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import java.time.Instant;
import java.util.Optional;

/** Field forms that several messages share. */
final class Fields {
    /** Year 9999, the last second that a message may name. */
    private static final long LAST_SECOND = 253_402_300_799L;

    static final int HASH = 32;
    static final int MOST_BANK_ID = 32;

    private Fields() {}

    /** Seconds since 1970-01-01T00:00:00Z. */
    static Instant instant(CborMapReader in, int key) throws CborException {
        return Instant.ofEpochSecond(in.integer(key, 0, LAST_SECOND));
    }

    static <T> T known(Optional<T> code) throws CborException {
        return code.orElseThrow(() -> new CborException("a field carries an unknown code"));
    }
}
