package io.tetherkey.protocol.phone.virtual.usbip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The descriptors of a face (USB 2.0 section 9.6, CDC 1.2 section 5.2), little-endian. */
final class UsbDescriptors {
    static final int MAX_PACKET = 512;

    private static final int DEVICE = 1;
    private static final int CONFIGURATION = 2;
    private static final int STRING = 3;
    private static final int QUALIFIER = 6;
    private static final int ENGLISH = 0x0409;
    private static final int CLASS_FUNCTION = 0x24;
    private static final int LINK_NAME = 4;
    private static final int SERIAL_NAME = 5;

    private final UsbFace face;
    private final List<String> strings;

    UsbDescriptors(UsbFace face, String serialNumber) {
        this.face = face;
        this.strings = List.of("TetherKey", "Virtual phone", serialNumber, face.linkName(), "TetherKey serial port");
    }

    /**
     * The descriptor that a GET_DESCRIPTOR request asks for.
     *
     * @param value type in the high byte, index in the low byte
     * @return empty if the face has none
     */
    Optional<byte[]> find(int value) {
        int index = value & 0xFF;
        return switch (value >> 8) {
            case DEVICE -> index == 0 ? Optional.of(device()) : Optional.empty();
            case CONFIGURATION -> index == 0 ? Optional.of(configuration()) : Optional.empty();
            case STRING -> string(index);
            case QUALIFIER -> Optional.of(qualifier());
            default -> Optional.empty();
        };
    }

    int interfaces() {
        return face.hasSerial() ? 3 : 1;
    }

    byte[] device() {
        return octets(
                18,
                DEVICE,
                0x00,
                0x02,
                deviceClass(),
                face.hasSerial() ? 2 : 0,
                face.hasSerial() ? 1 : 0,
                64,
                face.vendor() & 0xFF,
                face.vendor() >> 8,
                face.product() & 0xFF,
                face.product() >> 8,
                0x00,
                0x01,
                1,
                2,
                3,
                1);
    }

    /** 0xEF: the interfaces tell, some of them grouped. */
    int deviceClass() {
        return face.hasSerial() ? 0xEF : 0;
    }

    byte[] configuration() {
        byte[] body = face.hasSerial() ? joined(serial(), link(2, 0x42, 1)) : link(0, 0xFF, 0);
        int total = 9 + body.length;
        return joined(octets(9, CONFIGURATION, total & 0xFF, total >> 8, interfaces(), 1, 0, 0x80, 250), body);
    }

    private byte[] qualifier() {
        return octets(10, QUALIFIER, 0x00, 0x02, deviceClass(), 0, 0, 64, 1, 0);
    }

    /** Two interfaces that together are a serial port: calls and states, and data. */
    private static byte[] serial() {
        return joined(
                octets(8, 11, 0, 2, 2, 2, 1, SERIAL_NAME),
                octets(9, 4, 0, 0, 1, 2, 2, 1, SERIAL_NAME),
                octets(5, CLASS_FUNCTION, 0, 0x10, 0x01),
                octets(5, CLASS_FUNCTION, 1, 0, 1),
                octets(4, CLASS_FUNCTION, 2, 2),
                octets(5, CLASS_FUNCTION, 6, 0, 1),
                octets(7, 5, 0x83, 3, 16, 0, 9),
                octets(9, 4, 1, 0, 2, 0x0A, 0, 0, 0),
                bulk(0x81),
                bulk(0x01));
    }

    private byte[] link(int number, int subclass, int protocol) {
        return joined(
                octets(9, 4, number, 0, 2, 0xFF, subclass, protocol, LINK_NAME),
                bulk(0x80 | face.linkEndpoint()),
                bulk(face.linkEndpoint()));
    }

    private static byte[] bulk(int address) {
        return octets(7, 5, address, 2, MAX_PACKET & 0xFF, MAX_PACKET >> 8, 0);
    }

    private Optional<byte[]> string(int index) {
        if (index == 0) {
            return Optional.of(octets(4, STRING, ENGLISH & 0xFF, ENGLISH >> 8));
        }
        if (index > strings.size()) {
            return Optional.empty();
        }
        byte[] text = strings.get(index - 1).getBytes(StandardCharsets.UTF_16LE);
        return Optional.of(joined(octets(2 + text.length, STRING), text));
    }

    private static byte[] octets(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
