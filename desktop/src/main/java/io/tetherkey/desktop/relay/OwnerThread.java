package io.tetherkey.desktop.relay;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one virtual thread that owns a flow's state: it does what it is handed in the order in which it comes. Calls that
 * block run beside it, each on a thread of its own, and hand their outcome back. All methods may be called from any
 * thread and return at once.
 */
final class OwnerThread implements AutoCloseable {

    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final CallThreads calls = new CallThreads();
    private final Thread owner;

    /** @param atEnd done last, on the owner thread */
    OwnerThread(String name, Runnable atEnd) {
        this.owner = Thread.ofVirtual().name(name).start(() -> own(atEnd));
    }

    private void own(Runnable atEnd) {
        try {
            while (true) {
                inbox.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atEnd.run();
        }
    }

    /** Hands work to the owner. */
    void hand(Runnable work) {
        inbox.add(work);
    }

    /** Starts a call that may block. */
    void call(CallThreads.Call call) {
        calls.start(call);
    }

    /** Ends the owner and interrupts the calls that still wait. */
    @Override
    public void close() {
        owner.interrupt();
        calls.close();
    }
}
