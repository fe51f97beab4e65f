package io.tetherkey.desktop.history;

import java.io.IOException;
import java.util.List;

/** Where results are kept on this computer. Used by one thread. */
public interface HistoryStore extends AutoCloseable {

    /** Keeps the shop's signed order; an order that is there stays as it is. */
    void keepOrder(String orderId, byte[] signedOrder) throws IOException;

    /** Keeps a result; one that is there already gets the proof that it lacked. */
    void keep(StoredEntry entry) throws IOException;

    /** Takes the entry with this key away, if it is there. */
    void forget(String key) throws IOException;

    /** Everything, newest first. */
    List<StoredEntry> all() throws IOException;

    @Override
    void close();
}
