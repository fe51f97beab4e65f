package io.tetherkey.protocol.phone.virtual.usbip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A bulk pipe from the computer. Android's accessory driver reads 16 KiB at a time, and such a read ends when it is full
 * or when a packet is short: a transfer of full packets alone stays stuck until more comes. This pipe does the same, so
 * that a computer which forgets that rule fails here too. Owned by one thread.
 */
final class BulkOut {
    private final boolean packets;
    private final Deque<UsbIpCommand.Submit> offered = new ArrayDeque<>();
    private final Deque<byte[]> arrived = new ArrayDeque<>();
    private byte[] stuck = {};
    private int unread;

    private BulkOut(boolean packets) {
        this.packets = packets;
    }

    /** A pipe that is read like an accessory. */
    static BulkOut accessory() {
        return new BulkOut(true);
    }

    /** A pipe whose bytes arrive as they come, as a serial port's do. */
    static BulkOut stream() {
        return new BulkOut(false);
    }

    void offer(UsbIpCommand.Submit transfer) {
        offered.add(transfer);
    }

    /** @return whether that transfer was waiting */
    boolean giveUp(int sequence) {
        return offered.removeIf(one -> one.sequence() == sequence);
    }

    int waiting() {
        return offered.size();
    }

    /** The next bytes for the phone's program. */
    Optional<byte[]> read() {
        Optional<byte[]> next = Optional.ofNullable(arrived.poll());
        next.ifPresent(bytes -> unread -= bytes.length);
        return next;
    }

    boolean hasArrived() {
        return !arrived.isEmpty();
    }

    /** Whatever was sent and not read is lost. */
    void clear() {
        arrived.clear();
        stuck = new byte[0];
        unread = 0;
    }

    /** Transfers that are over now. */
    List<UsbIpReply> pump() {
        List<UsbIpReply> replies = new ArrayList<>();
        while (!offered.isEmpty() && unread < UsbIpLimits.MOST_UNREAD) {
            UsbIpCommand.Submit transfer = offered.remove();
            take(transfer.data(), transfer.zeroPacket());
            replies.add(UsbIpReply.taken(transfer.sequence(), transfer.length()));
        }
        return replies;
    }

    private void take(byte[] data, boolean zeroPacket) {
        int before = stuck.length;
        stuck = Arrays.copyOf(stuck, before + data.length);
        System.arraycopy(data, 0, stuck, before, data.length);
        while (stuck.length >= UsbIpLimits.MOST_BULK) {
            arrive(Arrays.copyOf(stuck, UsbIpLimits.MOST_BULK));
            stuck = Arrays.copyOfRange(stuck, UsbIpLimits.MOST_BULK, stuck.length);
        }
        boolean endsShort = zeroPacket || data.length == 0 || data.length % UsbDescriptors.MAX_PACKET != 0;
        if (stuck.length > 0 && (endsShort || !packets)) {
            arrive(stuck);
            stuck = new byte[0];
        }
    }

    private void arrive(byte[] bytes) {
        arrived.add(bytes);
        unread += bytes.length;
    }
}
