package io.tetherkey.protocol.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Decodes exactly one item of the strict profile and refuses everything else: longer than needed lengths, unsorted or
 * doubled keys, floats, tags, null, indefinite lengths, trailing bytes. What it accepts, {@link CborEncoder} turns back
 * into the same bytes. Every length is checked against the bytes that are left before anything is allocated.
 */
public final class CborDecoder {
    private final byte[] in;
    private int at;

    private CborDecoder(byte[] in) {
        this.in = in;
    }

    /**
     * Decodes one item that fills {@code bytes} to the end.
     *
     * @throws CborException if the bytes are anything but one item of the strict profile
     */
    public static CborValue decode(byte[] bytes) throws CborException {
        if (bytes.length > CborLimits.MAX_ITEM) {
            throw new CborException("item of " + bytes.length + " bytes is over the limit");
        }
        var decoder = new CborDecoder(bytes);
        CborValue value = decoder.item(1);
        if (decoder.at != bytes.length) {
            throw decoder.bad("trailing bytes");
        }
        return value;
    }

    private CborValue item(int depth) throws CborException {
        if (depth > CborLimits.MAX_DEPTH) {
            throw bad("nesting too deep");
        }
        int initial = octet();
        int major = initial >>> 5;
        if (major == 7) {
            return simple(initial);
        }
        long argument = argument(initial & 0x1F);
        return switch (major) {
            case 0 -> new CborValue.Int(argument);
            case 1 -> new CborValue.Int(~argument);
            case 2 -> new CborValue.Bytes(slice(argument));
            case 3 -> text(argument);
            case 4 -> array(argument, depth);
            case 5 -> map(argument, depth);
            default -> throw bad("major type " + major + " is not in the profile");
        };
    }

    private CborValue simple(int initial) throws CborException {
        return switch (initial) {
            case 0xF4 -> new CborValue.Bool(false);
            case 0xF5 -> new CborValue.Bool(true);
            default -> throw bad("simple value or float is not in the profile");
        };
    }

    private long argument(int additional) throws CborException {
        if (additional < 24) {
            return additional;
        }
        int width = switch (additional) {
            case 24 -> 1;
            case 25 -> 2;
            case 26 -> 4;
            case 27 -> 8;
            default -> throw bad("indefinite or reserved length");
        };
        need(width);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | in[at++] & 0xFF;
        }
        if (value < 0) {
            throw bad("integer beyond 64 bits with sign");
        }
        long least = width == 1 ? 24 : 1L << (4 * width);
        if (value < least) {
            throw bad("argument is not in its shortest form");
        }
        return value;
    }

    private CborValue text(long length) throws CborException {
        byte[] bytes = slice(length);
        try {
            return new CborValue.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw bad("text is not UTF-8");
        }
    }

    private CborValue array(long count, int depth) throws CborException {
        int size = count(count);
        List<CborValue> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(item(depth + 1));
        }
        return new CborValue.Array(items);
    }

    private CborValue map(long count, int depth) throws CborException {
        int size = count(count);
        var entries = new TreeMap<Long, CborValue>();
        int previousStart = -1;
        int previousEnd = -1;
        for (int i = 0; i < size; i++) {
            int start = at;
            if (!(item(depth + 1) instanceof CborValue.Int(long key))) {
                throw bad("map key is not an integer");
            }
            if (previousStart >= 0 && compare(previousStart, previousEnd, start, at) >= 0) {
                throw bad("map keys are doubled or out of order");
            }
            previousStart = start;
            previousEnd = at;
            entries.put(key, item(depth + 1));
        }
        return new CborValue.MapOf(entries);
    }

    private int compare(int startA, int endA, int startB, int endB) {
        return java.util.Arrays.compareUnsigned(in, startA, endA, in, startB, endB);
    }

    private int count(long claimed) throws CborException {
        if (claimed > in.length - at) {
            throw bad("more items claimed than bytes are left");
        }
        return (int) claimed;
    }

    private byte[] slice(long length) throws CborException {
        need(length);
        byte[] bytes = java.util.Arrays.copyOfRange(in, at, at + (int) length);
        at += (int) length;
        return bytes;
    }

    private int octet() throws CborException {
        need(1);
        return in[at++] & 0xFF;
    }

    private void need(long length) throws CborException {
        if (length > in.length - at) {
            throw bad("cut off");
        }
    }

    private CborException bad(String what) {
        return new CborException(what + " at offset " + at);
    }
}
