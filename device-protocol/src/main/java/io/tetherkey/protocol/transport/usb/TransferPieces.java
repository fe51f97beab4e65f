package io.tetherkey.protocol.transport.usb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How bytes are cut into bulk transfers. A phone's accessory driver reads 16 KiB at a time, and what is shorter must end
 * with a packet that is not full, or it stays stuck in the driver. So each piece but the last has one byte less than
 * 16 KiB; and if the last one would consist of full packets, one 0x00 follows, which between frames is an empty frame.
 */
final class TransferPieces {
    private static final int MOST = UsbTransfer.BUFFER - 1;

    private TransferPieces() {}

    /** @param maxPacket the pipe's packet size in bytes, a divisor of 16384 */
    static List<byte[]> of(byte[] bytes, int maxPacket) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += MOST) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + MOST));
            pieces.add(piece.length % maxPacket == 0 ? Arrays.copyOf(piece, piece.length + 1) : piece);
        }
        return pieces;
    }
}
