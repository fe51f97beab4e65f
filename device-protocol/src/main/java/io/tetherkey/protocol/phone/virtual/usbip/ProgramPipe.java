package io.tetherkey.protocol.phone.virtual.usbip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two bulk pipes of one interface, and whether a program on the computer holds them. USB knows no connection, so for
 * the link it is told from what the computer does: whoever wants to talk keeps a transfer waiting for the phone, and a
 * program that ends gives it up. Owned by one thread.
 */
final class ProgramPipe {
    /** How long a program may be without a waiting transfer after it gave one up, in milliseconds. */
    static final long GRACE = 250;

    private static final long NEVER = Long.MAX_VALUE;

    private final BulkIn toComputer = new BulkIn();
    private final BulkOut fromComputer;
    private final int endpoint;
    private boolean begun;
    private long givenUpAt = NEVER;

    /** @param endpoint the number of both pipes, without the direction */
    ProgramPipe(int endpoint, BulkOut fromComputer) {
        this.endpoint = endpoint;
        this.fromComputer = fromComputer;
    }

    int endpoint() {
        return endpoint;
    }

    BulkIn toComputer() {
        return toComputer;
    }

    void submit(UsbIpCommand.Submit transfer) {
        begun = true;
        if (transfer.in()) {
            givenUpAt = NEVER;
            toComputer.want(transfer.sequence(), transfer.length());
        } else {
            fromComputer.offer(transfer);
        }
    }

    /** @return whether that transfer was waiting */
    boolean giveUp(int sequence, long now) {
        if (toComputer.giveUp(sequence)) {
            givenUpAt = toComputer.waiting() == 0 ? now : NEVER;
            return true;
        }
        return fromComputer.giveUp(sequence);
    }

    /** Whether a program holds the pipes, as far as can be told. */
    boolean isHeld(long now) {
        return begun && (givenUpAt == NEVER || now - givenUpAt < GRACE);
    }

    /** Whether a program may be about to let go: ask again soon. */
    boolean isDoubtful() {
        return givenUpAt != NEVER;
    }

    Optional<byte[]> read() {
        return fromComputer.read();
    }

    boolean hasArrived() {
        return fromComputer.hasArrived();
    }

    boolean isBlocked() {
        return fromComputer.waiting() > 0;
    }

    int waiting() {
        return toComputer.waiting() + fromComputer.waiting();
    }

    /** A program begins: what was written for another one is lost. */
    void begin() {
        toComputer.clear();
    }

    /** The phone no longer listens: what was sent to it is lost, until a program sends or reads again. */
    void end() {
        fromComputer.clear();
        begun = false;
    }

    /** Transfers that are over now. */
    List<UsbIpReply> pump() {
        List<UsbIpReply> replies = new ArrayList<>(fromComputer.pump());
        replies.addAll(toComputer.pump());
        return replies;
    }
}
