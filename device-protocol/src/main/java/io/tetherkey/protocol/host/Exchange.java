package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One request on its way between the thread that asks and the thread that owns the link. */
final class Exchange {
    private static final int MAX_UNREAD = 64;

    private final byte[] request;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Outcome> unread = new ArrayDeque<>();

    Exchange(byte[] request) {
        this.request = request.clone();
    }

    /** What the owner tells the asker, in order; everything but {@link Status} is the last word. */
    sealed interface Outcome {
        record Status(byte[] payload) implements Outcome {}

        record Reply(byte[] message) implements Outcome {}

        /**
         * The phone gave the request up.
         *
         * @param code as in the ERROR frame, known or not
         */
        record Failed(int code) implements Outcome {}

        record CableGone(TransportException why) implements Outcome {}
    }

    byte[] request() {
        return request.clone();
    }

    /** The oldest reports give way if nobody reads them. */
    void tell(Outcome outcome) {
        lock.lock();
        try {
            if (unread.size() == MAX_UNREAD) {
                unread.removeFirst();
            }
            unread.addLast(outcome);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    Outcome await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unread.isEmpty()) {
                changed.await();
            }
            return unread.removeFirst();
        } finally {
            lock.unlock();
        }
    }
}
