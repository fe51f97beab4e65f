package io.tetherkey.protocol.cbor;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Takes the fields of an integer-keyed map one by one. Each call removes its field; {@link #end()} refuses what is left,
 * so that a field that nobody read is never accepted. Not thread-safe.
 */
public final class CborMapReader {
    private final NavigableMap<Long, CborValue> left;

    private CborMapReader(NavigableMap<Long, CborValue> entries) {
        this.left = new TreeMap<>(entries);
    }

    /** @throws CborException if the bytes are not one map of the strict profile */
    public static CborMapReader of(byte[] bytes) throws CborException {
        return of(CborDecoder.decode(bytes));
    }

    /** @throws CborException if the value is not a map */
    public static CborMapReader of(CborValue value) throws CborException {
        if (value instanceof CborValue.MapOf(NavigableMap<Long, CborValue> entries)) {
            return new CborMapReader(entries);
        }
        throw new CborException("a map is expected");
    }

    /** Whether a field that has not been taken yet is there. */
    public boolean has(int key) {
        return left.containsKey((long) key);
    }

    /** @throws CborException if the field is missing */
    public CborValue value(int key) throws CborException {
        CborValue value = left.remove((long) key);
        if (value == null) {
            throw new CborException("field " + key + " is missing");
        }
        return value;
    }

    /** An integer from {@code least} to {@code most}, both allowed. */
    public long integer(int key, long least, long most) throws CborException {
        if (value(key) instanceof CborValue.Int(long number) && number >= least && number <= most) {
            return number;
        }
        throw new CborException("field " + key + " is not an integer in range");
    }

    /** A byte string of {@code least} to {@code most} bytes. */
    public byte[] bytes(int key, int least, int most) throws CborException {
        return bytes(value(key), key, least, most);
    }

    /** A text of at most {@code most} UTF-16 units. */
    public String text(int key, int most) throws CborException {
        return text(value(key), key, most);
    }

    public boolean bool(int key) throws CborException {
        if (value(key) instanceof CborValue.Bool(boolean truth)) {
            return truth;
        }
        throw new CborException("field " + key + " is not a boolean");
    }

    /** An array of at most {@code mostItems} byte strings of at most {@code mostBytes} bytes each. */
    public List<byte[]> byteStrings(int key, int mostItems, int mostBytes) throws CborException {
        List<byte[]> strings = new ArrayList<>();
        for (CborValue item : array(key, mostItems)) {
            strings.add(bytes(item, key, 0, mostBytes));
        }
        return List.copyOf(strings);
    }

    /** An array of at most {@code mostItems} texts of at most {@code mostUnits} UTF-16 units each. */
    public List<String> texts(int key, int mostItems, int mostUnits) throws CborException {
        List<String> texts = new ArrayList<>();
        for (CborValue item : array(key, mostItems)) {
            texts.add(text(item, key, mostUnits));
        }
        return List.copyOf(texts);
    }

    /** An array of at most {@code mostItems} items. */
    public List<CborValue> array(int key, int mostItems) throws CborException {
        if (value(key) instanceof CborValue.Array(List<CborValue> items) && items.size() <= mostItems) {
            return items;
        }
        throw new CborException("field " + key + " is not an array within its limit");
    }

    /** @throws CborException if a field is left that nobody asked for */
    public void end() throws CborException {
        if (!left.isEmpty()) {
            throw new CborException("unknown field " + left.firstKey());
        }
    }

    private static byte[] bytes(CborValue value, int key, int least, int most) throws CborException {
        if (value instanceof CborValue.Bytes(byte[] bytes) && bytes.length >= least && bytes.length <= most) {
            return bytes;
        }
        throw new CborException("field " + key + " is not a byte string within its limits");
    }

    private static String text(CborValue value, int key, int most) throws CborException {
        if (value instanceof CborValue.Text(String text) && text.length() <= most) {
            return text;
        }
        throw new CborException("field " + key + " is not a text within its limit");
    }
}
