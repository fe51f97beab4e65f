package io.tetherkey.protocol.phone.virtual.usbip;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** USB/IP 1.1.1 on the wire, big-endian; every length is checked before anything is allocated. */
final class UsbIpCodec {
    static final int VERSION = 0x0111;
    static final int LIST = 0x8005;
    static final int IMPORT = 0x8003;
    static final String BUS_ID = "1-1";

    private static final int BUS_ID_FIELD = 32;
    private static final int PATH_FIELD = 256;
    private static final int DEVICE_BLOCK = PATH_FIELD + BUS_ID_FIELD + 24;
    private static final int HIGH_SPEED = 3;
    private static final int HEADER = 48;
    private static final int SUBMIT = 1;
    private static final int UNLINK = 2;
    private static final int SUBMITTED = 3;
    private static final int UNLINKED = 4;
    private static final int NO_PACKETS = -1;
    private static final int ZERO_PACKET = 0x40;
    private static final int MOST_ENDPOINT = 15;

    private UsbIpCodec() {}

    /** The code of the operation that opens a connection. */
    static int readOperation(DataInputStream in) throws IOException {
        int version = in.readUnsignedShort();
        int code = in.readUnsignedShort();
        in.readInt();
        if (version != VERSION) {
            throw new UsbIpException("version " + Integer.toHexString(version));
        }
        return code;
    }

    /** The bus id of an import request. */
    static String readBusId(DataInputStream in) throws IOException {
        byte[] field = new byte[BUS_ID_FIELD];
        in.readFully(field);
        int end = 0;
        while (end < field.length && field[end] != 0) {
            end++;
        }
        return new String(field, 0, end, StandardCharsets.US_ASCII);
    }

    /** The answer to a list request: this device, or none while the phone is unplugged. */
    static byte[] list(UsbFace face, UsbDescriptors descriptors, int count) {
        int interfaces = descriptors.interfaces();
        ByteBuffer out = ByteBuffer.allocate(12 + count * (DEVICE_BLOCK + 4 * interfaces));
        operation(out, 0x0005, 0);
        out.putInt(count);
        if (count == 1) {
            deviceBlock(out, face, descriptors);
            byte[] configuration = descriptors.configuration();
            for (int at = 0; at < configuration.length; at += configuration[at]) {
                if (configuration[at + 1] == 4) {
                    out.put(configuration, at + 5, 3).put((byte) 0);
                }
            }
        }
        return out.array();
    }

    /** The answer to an import request that succeeds. */
    static byte[] imported(UsbFace face, UsbDescriptors descriptors) {
        ByteBuffer out = ByteBuffer.allocate(8 + DEVICE_BLOCK);
        operation(out, 0x0003, 0);
        deviceBlock(out, face, descriptors);
        return out.array();
    }

    /** The answer to an import request that fails. */
    static byte[] refused() {
        ByteBuffer out = ByteBuffer.allocate(8);
        operation(out, 0x0003, 1);
        return out.array();
    }

    private static void operation(ByteBuffer out, int code, int status) {
        out.putShort((short) VERSION).putShort((short) code).putInt(status);
    }

    private static void deviceBlock(ByteBuffer out, UsbFace face, UsbDescriptors descriptors) {
        text(out, "/sys/devices/tetherkey/usb1/" + BUS_ID, PATH_FIELD);
        text(out, BUS_ID, BUS_ID_FIELD);
        byte[] device = descriptors.device();
        out.putInt(1).putInt(2).putInt(HIGH_SPEED);
        out.putShort((short) face.vendor()).putShort((short) face.product()).putShort((short) 0x0100);
        out.put(device, 4, 3).put((byte) 0).put((byte) 1).put((byte) descriptors.interfaces());
    }

    private static void text(ByteBuffer out, String text, int field) {
        out.put(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), field));
    }

    /**
     * The next command for an attached device.
     *
     * @throws UsbIpException if it is none, or goes past a limit
     */
    static UsbIpCommand readCommand(DataInputStream in) throws IOException {
        byte[] bytes = new byte[HEADER];
        in.readFully(bytes);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int command = header.getInt();
        int sequence = header.getInt();
        header.getInt();
        int direction = header.getInt();
        int endpoint = header.getInt();
        if (direction >>> 1 != 0 || endpoint < 0 || endpoint > MOST_ENDPOINT) {
            throw new UsbIpException("direction " + direction + ", endpoint " + endpoint);
        }
        return switch (command) {
            case SUBMIT -> readSubmit(in, header, sequence, endpoint, direction == 1);
            case UNLINK -> new UsbIpCommand.Unlink(sequence, header.getInt());
            default -> throw new UsbIpException("command " + command);
        };
    }

    private static UsbIpCommand readSubmit(
            DataInputStream in, ByteBuffer header, int sequence, int endpoint, boolean toComputer) throws IOException {
        int flags = header.getInt();
        int length = header.getInt();
        header.getInt();
        int packets = header.getInt();
        header.getInt();
        byte[] setup = new byte[SetupPacket.SIZE];
        header.get(setup);
        int most = endpoint == 0 ? UsbIpLimits.MOST_CONTROL : UsbIpLimits.MOST_BULK;
        if (length < 0 || length > most) {
            throw new UsbIpException("transfer of " + length + " bytes");
        }
        if (packets != 0 && packets != NO_PACKETS) {
            throw new UsbIpException("isochronous transfer");
        }
        byte[] data = new byte[toComputer ? 0 : length];
        in.readFully(data);
        return new UsbIpCommand.Submit(sequence, endpoint, toComputer, (flags & ZERO_PACKET) != 0, length, setup, data);
    }

    /** One answer for an attached device; device, direction and endpoint are 0. */
    static byte[] encode(UsbIpReply reply) {
        return switch (reply) {
            case UsbIpReply.Submitted(int sequence, int status, int length, byte[] data) -> {
                ByteBuffer out = header(SUBMITTED, sequence, status, data.length);
                out.putInt(length).putInt(0).putInt(NO_PACKETS);
                yield out.put(HEADER, data).array();
            }
            case UsbIpReply.Unlinked(int sequence, int status) ->
                header(UNLINKED, sequence, status, 0).array();
        };
    }

    private static ByteBuffer header(int command, int sequence, int status, int more) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + more);
        return out.putInt(command)
                .putInt(sequence)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(status);
    }
}
