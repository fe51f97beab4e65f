package io.tetherkey.protocol.cbor;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Builds the integer-keyed map that every message is. Not thread-safe. */
public final class CborMapWriter {
    private final NavigableMap<Long, CborValue> entries = new TreeMap<>();

    public CborMapWriter put(int key, CborValue value) {
        if (entries.put((long) key, value) != null) {
            throw new IllegalStateException("key " + key + " is set twice");
        }
        return this;
    }

    public CborMapWriter put(int key, long number) {
        return put(key, new CborValue.Int(number));
    }

    public CborMapWriter put(int key, String text) {
        return put(key, new CborValue.Text(text));
    }

    public CborMapWriter put(int key, byte[] bytes) {
        return put(key, new CborValue.Bytes(bytes));
    }

    public CborMapWriter put(int key, boolean truth) {
        return put(key, new CborValue.Bool(truth));
    }

    public CborMapWriter putByteStrings(int key, List<byte[]> strings) {
        return put(
                key,
                new CborValue.Array(strings.stream()
                        .map(b -> (CborValue) new CborValue.Bytes(b))
                        .toList()));
    }

    public CborMapWriter putTexts(int key, List<String> texts) {
        return put(
                key,
                new CborValue.Array(texts.stream()
                        .map(t -> (CborValue) new CborValue.Text(t))
                        .toList()));
    }

    public CborValue.MapOf toValue() {
        return new CborValue.MapOf(entries);
    }

    /** The deterministic encoding of the map. */
    public byte[] encode() {
        return CborEncoder.encode(toValue());
    }
}
