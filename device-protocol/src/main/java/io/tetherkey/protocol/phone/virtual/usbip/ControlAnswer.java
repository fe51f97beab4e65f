package io.tetherkey.protocol.phone.virtual.usbip;

/** What a control request comes to. */
sealed interface ControlAnswer {

    /** Bytes for the computer, at most as many as it asked for. */
    record Data(byte[] bytes) implements ControlAnswer {
        public Data {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Taken. */
    record Done() implements ControlAnswer {}

    /** Not known, or not now. */
    record Stall() implements ControlAnswer {}
}
