package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportContractTest;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import org.junit.jupiter.api.Tag;

/** An Android phone: the first connection of each plug makes it an accessory's phone. */
@Tag("usb")
class UsbAccessoryTransportIT extends TransportContractTest {
    private final UsbPhones phones = new UsbPhones();
    private UsbPath path = new UsbPath("1-1");

    @Override
    protected TransportListener listen() throws TransportException {
        UsbSocket socket = new UsbSocket(UsbFace.ANDROID, "VPHONE0001").ready();
        path = socket.path();
        return socket;
    }

    @Override
    protected Transport connect() throws TransportException {
        return phones.open(path);
    }
}
