package io.tetherkey.protocol.conformance.broken;

import java.util.Arrays;
import java.util.HexFormat;

/** Reads a map with a doubled key as if the second were not there. */
public final class TakesDoubledKeys implements Mutation {
    private static final byte[] DOUBLED = HexFormat.of().parseHex("A200010001");
    private static final byte[] ONCE = HexFormat.of().parseHex("A10001");

    @Override
    public byte[] command(byte[] message) {
        return Arrays.equals(message, DOUBLED) ? ONCE : message;
    }
}
