package io.tetherkey.desktop.history;

import io.tetherkey.desktop.relay.Journey;
import io.tetherkey.desktop.relay.Outcome;
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
                    keep(store, StoredEntry.of(record));
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
            keep(store, entry);
            tell(store);
        });
    }

    /**
     * A payment has ended, or it is not certain whether it has: an open question stays in the history until somebody
     * answers it.
     */
    public void ended(Journey journey, Outcome outcome) {
        String orderId = journey.order().order().orderId();
        begun(journey.order());
        todo.add(store -> {
            switch (outcome) {
                case Outcome.Unknown ignored -> keepOpen(store, StoredEntry.open(journey, clock.instant()));
                case Outcome.Paid paid -> {
                    String bank = paid.bankId().isEmpty() ? journey.bank().bankId() : paid.bankId();
                    keep(store, StoredEntry.byWord(journey, bank, SlotResult.PAID, clock.instant()));
                }
                case Outcome.Declined() ->
                    keep(
                            store,
                            StoredEntry.byWord(journey, journey.bank().bankId(), SlotResult.DECLINED, clock.instant()));
                case Outcome.Failed ignored -> store.forget(StoredEntry.openKey(orderId));
                case Outcome.Voided() -> store.forget(StoredEntry.openKey(orderId));
                case Outcome.Cancelled() -> store.forget(StoredEntry.openKey(orderId));
            }
            tell(store);
        });
    }

    /** Gives the order of an entry to {@code found}, on the owner's thread; to nobody if it does not hold. */
    public void order(String orderId, Consumer<VerifiedOrder> found) {
        todo.add(store -> store.all().stream()
                .filter(entry -> entry.orderId().equals(orderId))
                .findFirst()
                .flatMap(reader::order)
                .ifPresent(found));
    }

    /** The end of an order answers the question. */
    private static void keep(HistoryStore store, StoredEntry entry) throws IOException {
        store.keep(entry);
        if (entry.isEnd()) {
            store.forget(StoredEntry.openKey(entry.orderId()));
        }
    }

    private static void keepOpen(HistoryStore store, StoredEntry open) throws IOException {
        boolean answered = store.all().stream()
                .anyMatch(entry -> entry.isEnd() && entry.orderId().equals(open.orderId()));
        if (!answered) {
            store.keep(open);
        }
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
