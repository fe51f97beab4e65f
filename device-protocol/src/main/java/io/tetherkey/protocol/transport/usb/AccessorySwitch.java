package io.tetherkey.protocol.transport.usb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.usb4java.BufferUtils;

/**
 * Asks an Android phone to take this computer for its accessory (Android Open Accessory 2.0): requests 51, 52 and 53 and
 * no others. The requests 54 to 58, by which a computer presses a phone's buttons, are never sent.
 */
final class AccessorySwitch {
    /** Manufacturer, model, description, version, address, serial number: the same for every computer. */
    static final List<String> STRINGS =
            List.of("TetherKey", "TetherKey computer", "Pay and log in with your phone", "1", "", "0");

    private static final int GET_PROTOCOL = 51;
    private static final int SEND_STRING = 52;
    private static final int START = 53;

    private AccessorySwitch() {}

    /**
     * Sends all requests in one go, because the first one makes the phone forget the strings. The phone then leaves the
     * bus and comes back as an accessory.
     *
     * @throws UsbException of kind {@link UsbCause#STALLED} if the phone knows no accessories
     */
    static void start(UsbConnection connection) throws UsbException {
        ByteBuffer version = BufferUtils.allocateByteBuffer(2);
        int length = connection.controlIn(GET_PROTOCOL, version);
        if (length < 2 || (version.get(0) | version.get(1)) == 0) {
            throw UsbException.ofPhone(UsbCause.STALLED, "it knows no accessories");
        }
        for (int i = 0; i < STRINGS.size(); i++) {
            connection.controlOut(SEND_STRING, i, (STRINGS.get(i) + "\0").getBytes(StandardCharsets.UTF_8));
        }
        try {
            connection.controlOut(START, 0, new byte[0]);
        } catch (UsbException e) {
            if (e.kind() != UsbCause.GONE) {
                throw e;
            }
        }
    }
}
