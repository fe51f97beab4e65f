package io.tetherkey.protocol.phone.flash;

/** One step of a batch. */
sealed interface FlashChange {
    FlashKey key();

    /** Sets the entry to these bytes. */
    record Put(FlashKey key, byte[] value) implements FlashChange {
        public Put {
            value = value.clone();
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public String toString() {
            return "Put[" + key + ", " + value.length + " bytes]";
        }
    }

    /** Takes the entry away; an entry that is not there is no error. */
    record Remove(FlashKey key) implements FlashChange {}
}
