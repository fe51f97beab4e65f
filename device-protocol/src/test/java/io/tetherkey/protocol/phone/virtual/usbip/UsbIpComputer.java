package io.tetherkey.protocol.phone.virtual.usbip;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A computer's USB/IP driver in so far as a test needs one. */
final class UsbIpComputer implements AutoCloseable {
    static final byte[] LIST = {1, 0x11, (byte) 0x80, 5, 0, 0, 0, 0};

    private final Socket socket;
    private final DataInputStream in;

    /** What came for a command. */
    record Answer(int command, int sequence, int status, byte[] data) {}

    UsbIpComputer(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** @return the status: 0 if the device is attached */
    int attach(String busId) throws IOException {
        send(ByteBuffer.allocate(40)
                .putShort((short) 0x0111)
                .putShort((short) 0x8003)
                .putInt(0)
                .put(Arrays.copyOf(busId.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 32))
                .array());
        in.readInt();
        int status = in.readInt();
        if (status == 0) {
            in.skipNBytes(312);
        }
        return status;
    }

    static byte[] submit(int sequence, int direction, int endpoint, int length, int packets, int... setup) {
        ByteBuffer header = ByteBuffer.allocate(48)
                .putInt(1)
                .putInt(sequence)
                .putInt(0x10002)
                .putInt(direction)
                .putInt(endpoint)
                .putInt(0)
                .putInt(length)
                .putInt(0)
                .putInt(packets)
                .putInt(0);
        for (int octet : setup) {
            header.put((byte) octet);
        }
        return header.array();
    }

    static byte[] unlink(int sequence, int target) {
        return ByteBuffer.allocate(48)
                .putInt(2)
                .putInt(sequence)
                .putInt(0x10002)
                .putInt(0)
                .putInt(0)
                .putInt(target)
                .array();
    }

    Answer answer(boolean withData) throws IOException {
        int command = in.readInt();
        int sequence = in.readInt();
        in.skipNBytes(12);
        int status = in.readInt();
        int length = in.readInt();
        in.skipNBytes(20);
        byte[] data = new byte[withData && command == 3 ? length : 0];
        in.readFully(data);
        return new Answer(command, sequence, status, data);
    }

    /** Whether the phone has ended the connection. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    DataInputStream in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
