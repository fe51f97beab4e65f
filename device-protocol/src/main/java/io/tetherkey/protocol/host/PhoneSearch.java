package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Tries addresses side by side, each on a virtual thread of its own, so that a silent one keeps no other waiting, and
 * waits for the end of those that are held. A phone that answers after the search is closed is let go of.
 */
final class PhoneSearch implements AutoCloseable {
    private final BlockingQueue<Found> found = new LinkedBlockingQueue<>();
    private final Set<PhoneAddress> underWay = new HashSet<>();
    private boolean over;

    /** What came of one address, or word that there are others now. */
    sealed interface Found {
        record Phone(PhoneAddress address, LinkedPhoneClient client) implements Found {}

        record Nobody(PhoneAddress address, TransportException why) implements Found {}

        record Others() implements Found {}

        /** A phone that was {@link #follow followed} is gone. */
        record Left(PhoneAddress address, TransportException why) implements Found {}
    }

    /** One attempt to connect. */
    @FunctionalInterface
    interface Attempt {
        LinkedPhoneClient connect() throws TransportException, InterruptedException;
    }

    /** Begins to try an address; one that is being tried already is left alone. */
    void begin(PhoneAddress address, Attempt attempt) {
        if (underWay.add(address)) {
            Thread.ofVirtual().name("phone-search").start(() -> run(address, attempt));
        }
    }

    private void run(PhoneAddress address, Attempt attempt) {
        try {
            done(new Found.Phone(address, attempt.connect()));
        } catch (TransportException e) {
            done(new Found.Nobody(address, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reports once the link to a phone is over. */
    void follow(PhoneAddress address, LinkedPhoneClient client) {
        Thread.ofVirtual().name("phone-follow").start(() -> {
            try {
                done(new Found.Left(address, client.awaitEnd()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized void done(Found result) {
        if (!over) {
            found.add(result);
        } else if (result instanceof Found.Phone late) {
            late.client().close();
        }
    }

    /** Tells whoever waits that there may be other addresses now. */
    void others() {
        found.add(new Found.Others());
    }

    /** Waits for the next result; of the thread that begins the attempts. */
    Optional<Found> await(long nanos) throws InterruptedException {
        Optional<Found> next = Optional.ofNullable(found.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS));
        next.ifPresent(this::ended);
        return next;
    }

    private void ended(Found result) {
        switch (result) {
            case Found.Phone(PhoneAddress address, LinkedPhoneClient _) -> underWay.remove(address);
            case Found.Nobody(PhoneAddress address, TransportException _) -> underWay.remove(address);
            case Found.Others() -> {}
            case Found.Left ignored -> {}
        }
    }

    /** Ends the search; whoever still answers is let go of. */
    @Override
    public synchronized void close() {
        over = true;
        for (Found result : found) {
            if (result instanceof Found.Phone late) {
                late.client().close();
            }
        }
        found.clear();
    }
}
