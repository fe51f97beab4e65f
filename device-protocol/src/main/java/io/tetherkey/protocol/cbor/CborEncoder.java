package io.tetherkey.protocol.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Encodes values in the one form that {@link CborDecoder} accepts (RFC 8949 section 4.2.1). */
public final class CborEncoder {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int FALSE = 0xF4;
    private static final int TRUE = 0xF5;

    /** RFC 8949 section 4.2.1: keys sort by their encoded bytes, so the unsigned ones come before the negative ones. */
    private static final Comparator<Long> KEY_ORDER = (a, b) ->
            (a < 0) != (b < 0) ? Boolean.compare(a < 0, b < 0) : Long.compareUnsigned(a < 0 ? ~a : a, b < 0 ? ~b : b);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborEncoder() {}

    /**
     * Encodes one item.
     *
     * @return at most {@link CborLimits#MAX_ITEM} bytes
     * @throws IllegalArgumentException if the item is too long, too deep, or holds text that is not well-formed Unicode
     */
    public static byte[] encode(CborValue value) {
        var encoder = new CborEncoder();
        encoder.put(value, 1);
        byte[] bytes = encoder.out.toByteArray();
        if (bytes.length > CborLimits.MAX_ITEM) {
            throw new IllegalArgumentException("CBOR item of " + bytes.length + " bytes is over the limit");
        }
        return bytes;
    }

    private void put(CborValue value, int depth) {
        if (depth > CborLimits.MAX_DEPTH) {
            throw new IllegalArgumentException("CBOR item nests deeper than " + CborLimits.MAX_DEPTH);
        }
        switch (value) {
            case CborValue.Int(long number) -> putInt(number);
            case CborValue.Bytes(byte[] bytes) -> putString(BYTES, bytes);
            case CborValue.Text(String text) -> putString(TEXT, utf8(text));
            case CborValue.Array(List<CborValue> items) -> {
                head(ARRAY, items.size());
                items.forEach(item -> put(item, depth + 1));
            }
            case CborValue.MapOf map -> putMap(map, depth);
            case CborValue.Bool(boolean truth) -> out.write(truth ? TRUE : FALSE);
        }
    }

    private void putInt(long number) {
        if (number < 0) {
            head(NEGATIVE, ~number);
        } else {
            head(UNSIGNED, number);
        }
    }

    private void putString(int major, byte[] bytes) {
        head(major, bytes.length);
        out.writeBytes(bytes);
    }

    private void putMap(CborValue.MapOf map, int depth) {
        List<Map.Entry<Long, CborValue>> entries = new ArrayList<>(map.entries().entrySet());
        entries.sort(Map.Entry.comparingByKey(KEY_ORDER));
        head(MAP, entries.size());
        for (var entry : entries) {
            putInt(entry.getKey());
            put(entry.getValue(), depth + 1);
        }
    }

    private void head(int major, long argument) {
        int top = major << 5;
        if (argument < 24) {
            out.write(top | (int) argument);
        } else if (argument < 0x100) {
            out.write(top | 24);
            bigEndian(argument, 1);
        } else if (argument < 0x1_0000) {
            out.write(top | 25);
            bigEndian(argument, 2);
        } else if (argument < 0x1_0000_0000L) {
            out.write(top | 26);
            bigEndian(argument, 4);
        } else {
            out.write(top | 27);
            bigEndian(argument, 8);
        }
    }

    private void bigEndian(long number, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (number >>> shift));
        }
    }

    private static byte[] utf8(String text) {
        try {
            var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text is not well-formed Unicode", e);
        }
    }
}
