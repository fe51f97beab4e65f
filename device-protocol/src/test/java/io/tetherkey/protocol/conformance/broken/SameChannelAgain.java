package io.tetherkey.protocol.conformance.broken;

/** Begins each cable with channel 1. */
public final class SameChannelAgain implements Mutation {
    @Override
    public int lastChannel(int channel) {
        return 0;
    }
}
