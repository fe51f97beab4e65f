package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.cbor.CborDecoder;
import io.tetherkey.protocol.cbor.CborEncoder;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Messages that an end must refuse, each with the one answer to it. Every one comes to an end in the state in which it
 * stands in the session "paid" after it sent the message named, and leaves that state as it was.
 */
final class RefusalVectors {
    /** Answers that no cryptography decides: the long messages of suite 3 do not repeat them. */
    private static final Set<StatusCode> OF_EVERY_SUITE =
            Set.of(StatusCode.BAD_ENCODING, StatusCode.CONFLICT, StatusCode.UNKNOWN_SESSION);

    private final List<JsonObject> rows = new ArrayList<>();
    private final Suite suite;

    private RefusalVectors(Suite suite) {
        this.suite = suite;
    }

    static JsonObject file(Suite suite) throws Exception {
        var house = new VectorHouse(suite);
        var all = new RefusalVectors(suite);
        var paid = new SessionStory(house, SessionStory.Plot.PAID);
        var other = new SessionStory(house, SessionStory.Plot.FAILED_THEN_DECLINED);
        new OfferRefusals(all, paid).add();
        new BankRefusals(all, paid, other).add();
        new ChipRefusals(all, paid, other).add();
        return VectorFiles.head("what the ends of a session of suite " + suite.id() + " must refuse")
                .put("suite", suite.id())
                .put("session", "paid")
                .put("session_file", "session-" + house.name + ".json")
                .put("refused", all.rows);
    }

    /**
     * One message.
     *
     * @param to chip or bank
     * @param after the last message that this end sent, empty before the first
     */
    void add(String to, String after, String section, String meaning, byte[] bytes, StatusCode status) {
        if (suite == Suite.POST_QUANTUM && OF_EVERY_SUITE.contains(status)) {
            return;
        }
        rows.add(new JsonObject()
                .put("id", "R%d-%03d".formatted(suite.id(), rows.size() + 1))
                .put("meaning", meaning)
                .put("section", section)
                .put("to", to)
                .put("after", after)
                .put("status", status.name())
                .put("code", "%02x".formatted(status.code()))
                .put("bytes", bytes));
    }

    /** A map with one field changed or added. */
    static byte[] with(byte[] map, int key, CborValue value) throws CborException {
        var entries = new TreeMap<>(((CborValue.MapOf) CborDecoder.decode(map)).entries());
        entries.put((long) key, value);
        return CborEncoder.encode(new CborValue.MapOf(entries));
    }

    /** A map with one field less. */
    static byte[] without(byte[] map, int key) throws CborException {
        var entries = new TreeMap<>(((CborValue.MapOf) CborDecoder.decode(map)).entries());
        entries.remove((long) key);
        return CborEncoder.encode(new CborValue.MapOf(entries));
    }

    static CborValue bytes(byte[] bytes) {
        return new CborValue.Bytes(bytes);
    }

    static CborValue number(long number) {
        return new CborValue.Int(number);
    }

    static CborValue numbers(long... numbers) {
        List<CborValue> items = new ArrayList<>();
        for (long number : numbers) {
            items.add(number(number));
        }
        return new CborValue.Array(items);
    }

    static byte[] signed(Signer signer, CoseSign1.Use use, byte[] payload) {
        return CoseSign1.sign(signer, use, payload).encode();
    }

    static byte[] signedWithChain(Signer signer, CoseSign1.Use use, byte[] payload) {
        return CoseSign1.signWithChain(signer, use, payload).encode();
    }

    /** Another suite than this one, lower where there is a lower one. */
    static Suite another(Suite suite) {
        return suite == Suite.CLASSIC ? Suite.GM : Suite.CLASSIC;
    }
}
