package io.tetherkey.protocol.transport.usb;

import static io.tetherkey.protocol.transport.usb.UsbException.check;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.usb4java.BufferUtils;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;
import org.usb4java.Transfer;

/** One bulk transfer that is used again and again. Its owner serialises the calls and frees it only when it is over. */
final class UsbTransfer {
    /** What Android's accessory driver moves at once, in bytes. */
    static final int BUFFER = 16_384;

    private final DeviceHandle handle;
    private final byte endpoint;
    private final ByteBuffer buffer = BufferUtils.allocateByteBuffer(BUFFER);
    private final TransferListener listener;
    private @Nullable Transfer transfer = LibUsb.allocTransfer();

    UsbTransfer(DeviceHandle handle, int endpoint, TransferListener listener) {
        this.handle = handle;
        this.endpoint = (byte) endpoint;
        this.listener = listener;
    }

    /** Asks for up to {@link #BUFFER} bytes. */
    void read() throws UsbException {
        submit(buffer.clear());
    }

    /** @param bytes at most {@link #BUFFER} */
    void write(byte[] bytes) throws UsbException {
        buffer.clear().put(bytes).flip();
        submit(buffer.slice());
    }

    /** The first bytes that came with the last transfer. */
    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        buffer.get(0, bytes);
        return bytes;
    }

    private void submit(ByteBuffer part) throws UsbException {
        Transfer usable = transfer;
        if (usable == null) {
            throw UsbException.ofPhone(UsbCause.GONE, "the transfer is given back");
        }
        LibUsb.fillBulkTransfer(usable, handle, endpoint, part, this::over, null, 0);
        check(LibUsb.submitTransfer(usable), "submit");
    }

    private void over(Transfer done) {
        int status = done.status();
        listener.over(status, status == LibUsb.TRANSFER_COMPLETED ? done.actualLength() : 0);
    }

    /** Asks libusb to end the transfer; its listener hears of it. */
    void cancel() {
        if (transfer != null) {
            LibUsb.cancelTransfer(transfer);
        }
    }

    /** Gives the transfer back; it must be over. */
    void free() {
        if (transfer != null) {
            LibUsb.freeTransfer(transfer);
            transfer = null;
        }
    }
}
