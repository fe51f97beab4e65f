package io.tetherkey.desktop.history;

import io.tetherkey.protocol.message.PhoneRecord;
import java.util.function.Consumer;

/** The results in the flash of whichever phone is plugged. */
@FunctionalInterface
public interface RecordSource {

    /** Reads all pages; as many as could be read, none if there is no phone that may be asked. Blocking. */
    void read(Consumer<PhoneRecord> each) throws InterruptedException;
}
