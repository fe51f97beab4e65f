package io.tetherkey.protocol.cbor;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One data item of the strict profile: an integer of 64 bits with sign, a byte string, a text string, an array, a map
 * with integer keys, or a boolean. Values are immutable; arrays are copied in and out.
 */
public sealed interface CborValue {

    /** An unsigned or negative integer, major types 0 and 1, within the range of a Java {@code long}. */
    record Int(long value) implements CborValue {}

    /** A byte string, major type 2. */
    record Bytes(byte[] value) implements CborValue {
        public Bytes {
            value = value.clone();
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(byte[] theirs) && Arrays.equals(value, theirs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "Bytes[" + value.length + "]";
        }
    }

    /** A text string of well-formed UTF-8, major type 3. */
    record Text(String value) implements CborValue {}

    /** An array, major type 4. */
    record Array(List<CborValue> items) implements CborValue {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** A map with unique integer keys, major type 5. */
    record MapOf(NavigableMap<Long, CborValue> entries) implements CborValue {
        public MapOf {
            entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
        }

        /** A map of the given entries. */
        public static MapOf of(Map<Long, CborValue> entries) {
            return new MapOf(new TreeMap<>(entries));
        }
    }

    /** A boolean, simple values 20 and 21. */
    record Bool(boolean value) implements CborValue {}
}
