package io.tetherkey.protocol.transport.usb;

/** Told on the event thread that a transfer is over; must not block. */
@FunctionalInterface
interface TransferListener {

    /**
     * @param status one of libusb's TRANSFER_ statuses
     * @param length the bytes that were moved; 0 unless the status is TRANSFER_COMPLETED
     */
    void over(int status, int length);
}
