package io.tetherkey.protocol.link;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntFunction;

/** One direction of a cable in memory that carries frames and does to the n-th what the plan says. */
public final class FaultyWire {
    /** What may happen to a packet. */
    public enum Fault {
        NONE,
        LOSE,
        DOUBLE,
        DAMAGE,
        CUT_SHORT,
        PRECEDE_BY_GARBAGE
    }

    private static final byte[] GARBAGE = {'A', 'T', 0, 1, 2, 0};

    private final Queue<byte[]> underway = new ArrayDeque<>();
    private final IntFunction<Fault> plan;
    private int packets;

    FaultyWire(IntFunction<Fault> plan) {
        this.plan = plan;
    }

    /** A wire that spoils packet n, from 0, and no other. */
    public static FaultyWire spoiling(int n, Fault fault) {
        return new FaultyWire(i -> i == n ? fault : Fault.NONE);
    }

    public static FaultyWire sound() {
        return new FaultyWire(_ -> Fault.NONE);
    }

    /** How many packets were sent, lost ones too. */
    public int packets() {
        return packets;
    }

    public void send(byte[] wire) {
        int start = 0;
        for (int i = 0; i < wire.length; i++) {
            if (wire[i] == 0 && i > start) {
                sendPacket(Arrays.copyOfRange(wire, start, i + 1));
                start = i + 1;
            }
        }
    }

    private void sendPacket(byte[] packet) {
        switch (plan.apply(packets++)) {
            case NONE -> underway.add(packet);
            case LOSE -> {}
            case DOUBLE -> {
                underway.add(packet);
                underway.add(packet.clone());
            }
            case DAMAGE -> {
                packet[packet.length / 2] ^= 0x10;
                underway.add(packet);
            }
            case CUT_SHORT -> underway.add(Arrays.copyOf(packet, packet.length / 2));
            case PRECEDE_BY_GARBAGE -> {
                underway.add(GARBAGE.clone());
                underway.add(packet);
            }
        }
    }

    public Optional<byte[]> receive() {
        return Optional.ofNullable(underway.poll());
    }
}
