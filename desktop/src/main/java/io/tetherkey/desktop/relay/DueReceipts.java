package io.tetherkey.desktop.relay;

import java.io.IOException;

/** Remembers the payments of which only the bank's word is here, and fetches their proof from the phone. */
public interface DueReceipts {

    /** Stores what is due, on the disk before this returns, and fetches it at once if the phone is plugged in. */
    void owe(PendingPayment pending) throws IOException;
}
