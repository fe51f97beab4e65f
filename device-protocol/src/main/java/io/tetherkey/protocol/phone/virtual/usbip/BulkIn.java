package io.tetherkey.protocol.phone.virtual.usbip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A bulk pipe to the computer. The phone's program writes; a transfer of the computer ends when it is full or when a
 * packet is short. As Android's accessory driver does, a write goes out in pieces of 16 KiB, and an empty packet follows
 * a last piece that consists of full packets. Owned by one thread.
 */
final class BulkIn {
    private final Deque<Wanted> wanted = new ArrayDeque<>();
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int sent;
    private int unread;

    private record Wanted(int sequence, int length) {}

    /** Takes bytes of the phone's program. */
    void write(byte[] bytes) {
        for (int at = 0; at < bytes.length; at += UsbIpLimits.MOST_BULK) {
            pieces.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + UsbIpLimits.MOST_BULK)));
        }
        if (bytes.length > 0 && bytes.length % UsbDescriptors.MAX_PACKET == 0) {
            pieces.add(new byte[0]);
        }
        unread += bytes.length;
    }

    /** Bytes that the computer has not fetched. */
    int unread() {
        return unread;
    }

    /** A transfer of the computer. */
    void want(int sequence, int length) {
        wanted.add(new Wanted(sequence, length));
    }

    /** @return whether that transfer was waiting */
    boolean giveUp(int sequence) {
        return wanted.removeIf(one -> one.sequence() == sequence);
    }

    /** The number of transfers that wait. */
    int waiting() {
        return wanted.size();
    }

    /** Ends the oldest waiting transfer, or nothing, with an error. */
    List<UsbIpReply> fail(int status) {
        Wanted first = wanted.poll();
        return first == null ? List.of() : List.of(UsbIpReply.failed(first.sequence(), status));
    }

    /** Whatever was written and not fetched is lost. */
    void clear() {
        pieces.clear();
        sent = 0;
        unread = 0;
    }

    /** Transfers that are over now. */
    List<UsbIpReply> pump() {
        List<UsbIpReply> replies = new ArrayList<>();
        while (!wanted.isEmpty() && !pieces.isEmpty()) {
            replies.add(fill(wanted.remove(), pieces.element()));
        }
        return replies;
    }

    private UsbIpReply fill(Wanted one, byte[] piece) {
        int left = piece.length - sent;
        if (left > one.length() && one.length() % UsbDescriptors.MAX_PACKET != 0) {
            next();
            unread -= left;
            return UsbIpReply.failed(one.sequence(), UsbIpReply.OVERFLOW);
        }
        int count = Math.min(left, one.length());
        byte[] data = Arrays.copyOfRange(piece, sent, sent + count);
        sent += count;
        unread -= count;
        if (sent == piece.length) {
            next();
            boolean unfinished = count > 0 && count < one.length() && count % UsbDescriptors.MAX_PACKET == 0;
            byte[] following = pieces.peek();
            if (unfinished && following != null && following.length == 0) {
                next();
            }
        }
        return UsbIpReply.given(one.sequence(), data);
    }

    private void next() {
        pieces.remove();
        sent = 0;
    }
}
