package io.tetherkey.desktop.history;

import io.tetherkey.desktop.relay.Journey;
import io.tetherkey.desktop.relay.ReceiptDesk;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the history: own payments as they happen, and what the phone's flash holds whenever it can be read.
 *
 * <p>One thread owns the store; any thread may call. Nothing is opened before {@link #start()}.
 */
public final class HistoryKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeper.class);

    private final Opener opener;
    private final EntryReader reader;
    private final RecordSource phone;
    private final Clock clock;
    private final Consumer<List<HistoryEntry>> listener;
    private final LinkedBlockingQueue<Work> todo = new LinkedBlockingQueue<>();
    private final Thread owner;

    /** Opens the store. */
    @FunctionalInterface
    public interface Opener {
        HistoryStore open() throws IOException;
    }

    @FunctionalInterface
    private interface Work {
        void on(HistoryStore store) throws IOException, InterruptedException;
    }

    /** @param listener told the whole history, newest first, after each change; on the owner's thread */
    public HistoryKeeper(
            Opener opener, EntryReader reader, RecordSource phone, Clock clock, Consumer<List<HistoryEntry>> listener) {
        this.opener = opener;
        this.reader = reader;
        this.phone = phone;
        this.clock = clock;
        this.listener = listener;
        this.owner = Thread.ofPlatform().daemon().name("history").unstarted(this::own);
    }

    /** Opens the store and tells what is there. */
    public void start() {
        owner.start();
    }

    /** Keeps the order of a payment that begins here, so that its record can be checked later. */
    public void begun(VerifiedOrder order) {
        todo.add(store -> store.keepOrder(order.order().orderId(), order.signedOrder()));
    }

    /** Reads the phone's records: it is ready, or something has ended. */
    public void readPhone() {
        todo.add(store -> {
            List<PhoneRecord> records = new ArrayList<>();
            phone.read(records::add);
            for (PhoneRecord record : records) {
                if (record.result() != SlotResult.NONE) {
                    store.keep(StoredEntry.of(record));
                }
            }
            tell(store);
        });
    }

    /** A desk that notes each proof here before {@code desk} judges it. */
    public ReceiptDesk noting(ReceiptDesk desk) {
        return (journey, outcome) -> {
            note(journey, outcome);
            return desk.keep(journey, outcome);
        };
    }

    private void note(Journey journey, SessionOutcome outcome) {
        var order = journey.order();
        var entry = new StoredEntry(
                journey.bank().bankId(),
                order.order().orderId(),
                outcome.result(),
                clock.instant(),
                order.signedOrder(),
                outcome.evidence(),
                outcome.receipt());
        begun(order);
        todo.add(store -> {
            store.keep(entry);
            tell(store);
        });
    }

    private void tell(HistoryStore store) throws IOException {
        listener.accept(store.all().stream().map(reader::read).toList());
    }

    private void own() {
        try (HistoryStore store = opener.open()) {
            tell(store);
            while (true) {
                Work work = todo.take();
                try {
                    work.on(store);
                } catch (IOException e) {
                    LOG.error("the history could not be kept", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("the history cannot be opened", e);
        }
    }

    @Override
    public void close() {
        owner.interrupt();
    }
}
