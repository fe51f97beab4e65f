package io.tetherkey.protocol.conformance.broken;

/** Tells anyone which phone it is. */
public final class TellsSerialNumber implements Mutation {
    @Override
    public String model() {
        return "TetherKey phone SN 4A7F93C1";
    }
}
