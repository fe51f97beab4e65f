package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportContractTest;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.serial.SerialTransport;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The phone's serial port through the kernel's driver for modems. */
@Tag("usb")
class UsbSerialTransportIT extends TransportContractTest {
    private Path device = Path.of("/dev/ttyACM0");

    @Override
    protected TransportListener listen() throws TransportException {
        UsbSocket socket = new UsbSocket(UsbFace.TETHERKEY, "VPHONE0001").ready();
        device = socket.serialPort();
        return socket;
    }

    @Override
    protected Transport connect() throws TransportException {
        return SerialTransport.open(device.toString());
    }
}
