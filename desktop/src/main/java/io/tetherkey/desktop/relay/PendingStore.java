package io.tetherkey.desktop.relay;

import java.io.IOException;
import java.util.Optional;

/** Keeps at most one pending payment across a crash. */
public interface PendingStore {

    /** Replaces what is stored, atomically, and on the disk before this returns. */
    void save(PendingPayment pending) throws IOException;

    /** What an earlier run left behind; a damaged record counts as none and is set aside. */
    Optional<PendingPayment> load() throws IOException;

    void erase() throws IOException;
}
