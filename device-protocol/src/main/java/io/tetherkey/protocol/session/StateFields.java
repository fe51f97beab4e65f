package io.tetherkey.protocol.session;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.seal.SessionKeys;
import io.tetherkey.protocol.seal.Suite;

/** The stored form of what both ends' states share. */
final class StateFields {
    private static final int MOST = 32_768;
    private static final int SECRET = 64;

    private StateFields() {}

    static CborValue established(Established shared) {
        SessionKeys keys = shared.keys();
        return new CborMapWriter()
                .put(1, shared.sessionId())
                .put(2, shared.transcriptHash())
                .put(3, keys.suite().id())
                .put(4, keys.bankToChipKey())
                .put(5, keys.bankToChipIv())
                .put(6, keys.chipToBankKey())
                .put(7, keys.chipToBankIv())
                .put(8, shared.peerSpki())
                .toValue();
    }

    static Established established(CborValue value) throws CborException {
        var in = CborMapReader.of(value);
        byte[] sessionId = in.bytes(1, 16, 16);
        byte[] transcriptHash = in.bytes(2, 32, 32);
        Suite suite = Suite.fromId((int) in.integer(3, 1, 255))
                .orElseThrow(() -> new CborException("stored session is of an unknown suite"));
        var keys = new SessionKeys(
                suite, in.bytes(4, 1, SECRET), in.bytes(5, 1, SECRET), in.bytes(6, 1, SECRET), in.bytes(7, 1, SECRET));
        var shared = new Established(sessionId, transcriptHash, keys, in.bytes(8, 0, MOST));
        in.end();
        return shared;
    }

    static CborValue exchange(Exchange exchange) {
        return new CborMapWriter()
                .put(1, exchange.received())
                .put(2, exchange.sent())
                .put(3, exchange.lastInHash())
                .put(4, exchange.lastOut())
                .toValue();
    }

    static Exchange exchange(CborValue value) throws CborException {
        var in = CborMapReader.of(value);
        var exchange = new Exchange(
                in.integer(1, -1, 1_000), in.integer(2, -1, 1_000), in.bytes(3, 0, 32), in.bytes(4, 0, MOST));
        in.end();
        return exchange;
    }
}
