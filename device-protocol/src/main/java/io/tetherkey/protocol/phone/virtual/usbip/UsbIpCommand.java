package io.tetherkey.protocol.phone.virtual.usbip;

/** What a computer sends for an attached device (Linux, Documentation/usb/usbip_protocol.rst). */
sealed interface UsbIpCommand {

    /** The number by which the answer names this command. */
    int sequence();

    /**
     * A transfer.
     *
     * @param endpoint 0 to 15, without the direction
     * @param in whether the computer wants bytes
     * @param zeroPacket whether an empty packet follows a last full one
     * @param length bytes wanted, or sent in {@code data}
     * @param setup eight bytes, meant for endpoint 0 only
     */
    record Submit(int sequence, int endpoint, boolean in, boolean zeroPacket, int length, byte[] setup, byte[] data)
            implements UsbIpCommand {
        public Submit {
            setup = setup.clone();
            data = data.clone();
        }

        @Override
        public byte[] setup() {
            return setup.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        int address() {
            return in ? endpoint | 0x80 : endpoint;
        }
    }

    /** The computer no longer wants the transfer with the sequence number {@code target}. */
    record Unlink(int sequence, int target) implements UsbIpCommand {}
}
