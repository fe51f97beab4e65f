package io.tetherkey.desktop.history;

import io.tetherkey.desktop.phone.Login;
import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.phone.PhoneRoad;
import io.tetherkey.desktop.relay.DueReceipts;
import io.tetherkey.desktop.relay.Journey;
import io.tetherkey.desktop.relay.PendingCall;
import io.tetherkey.desktop.relay.PendingFile;
import io.tetherkey.desktop.relay.PendingPayment;
import io.tetherkey.desktop.relay.ReceiptDesk;
import io.tetherkey.desktop.relay.ReceiptFile;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the proof of payments of which only the bank's word is known, and has it compared and written.
 *
 * <p>The phone's record holds it. If the payment was cut off before the receipt reached the phone, the last sealed bytes
 * are carried once more, which gives the phone its record too; that is done only where the user had been asked to
 * approve already, so that no phone ever asks for a key because of it. One virtual thread does the work; any thread may
 * call.
 */
public final class ReceiptCollector implements DueReceipts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptCollector.class);
    private static final String EXTENSION = ".due";

    private final Path folder;
    private final PhoneRoad phone;
    private final BankClient banks;
    private final Directory directory;
    private final ReceiptDesk desk;
    private final BiConsumer<String, ReceiptDesk.Judgement> found;
    private final Semaphore asked = new Semaphore(0);
    private final Thread owner;

    /**
     * @param folder one file for each receipt that is due
     * @param found told the order id and the verdict on each proof that was fetched
     */
    public ReceiptCollector(
            Path folder,
            PhoneRoad phone,
            BankClient banks,
            Directory directory,
            ReceiptDesk desk,
            BiConsumer<String, ReceiptDesk.Judgement> found) {
        this.folder = folder;
        this.phone = phone;
        this.banks = banks;
        this.directory = directory;
        this.desk = desk;
        this.found = found;
        this.owner = Thread.ofVirtual().name("receipt-collector").start(this::own);
    }

    @Override
    public void owe(PendingPayment pending) throws IOException {
        String name = HexFormat.of().formatHex(Hashes.sha256(pending.signedOrder()));
        new PendingFile(folder.resolve(name + EXTENSION)).save(pending);
        collect();
    }

    /** Fetches what is due, because a phone is plugged in. */
    public void collect() {
        asked.release();
    }

    private void own() {
        try {
            while (true) {
                asked.acquire();
                asked.drainPermits();
                for (Path file : due()) {
                    collect(new PendingFile(file));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> due() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION)).toList();
        } catch (IOException e) {
            LOG.error("the receipts that are due cannot be listed", e);
            return List.of();
        }
    }

    private void collect(PendingFile file) throws InterruptedException {
        try {
            Optional<PendingPayment> pending = file.load();
            if (pending.isPresent() && collect(pending.get())) {
                file.erase();
            }
        } catch (IOException e) {
            LOG.error("a receipt that is due cannot be read", e);
        } catch (TrustException e) {
            LOG.error("the order of a receipt that is due does not hold", e);
        }
    }

    /** Whether nothing more is due. */
    private boolean collect(PendingPayment pending) throws TrustException, InterruptedException {
        VerifiedOrder order =
                new OrderVerifier(directory.merchantRoot()).verify(pending.signedOrder(), pending.startedAt());
        String orderId = order.order().orderId();
        Optional<PhoneRecord> record = phone.paid(orderId);
        Optional<BankEntry> bank =
                directory.bank(record.map(PhoneRecord::bankId).orElse(pending.bankId()));
        if (bank.isEmpty()) {
            return false;
        }
        Optional<SessionOutcome> proof = record.isPresent()
                ? record.map(ReceiptCollector::outcome)
                : carriedAgain(bank.get(), pending).filter(outcome -> outcome.result() == SlotResult.PAID);
        if (proof.isEmpty()) {
            return false;
        }
        var journey = new Journey(order, bank.get(), pending.startedAt(), pending.delivered(), pending.stage());
        ReceiptDesk.Judgement judgement = desk.keep(journey, proof.get());
        found.accept(orderId, judgement);
        return !(judgement instanceof ReceiptDesk.Judgement.Agrees agrees)
                || agrees.receipt() instanceof ReceiptFile.Kept;
    }

    private static SessionOutcome outcome(PhoneRecord record) {
        return new SessionOutcome(record.result(), 0, record.receipt(), record.evidence());
    }

    private Optional<SessionOutcome> carriedAgain(BankEntry bank, PendingPayment pending) throws InterruptedException {
        boolean wasAskedToApprove = pending.stage() == Stage.CONFIRM_PAYMENT || pending.stage() == Stage.FINISHING;
        if (!wasAskedToApprove) {
            return Optional.empty();
        }
        return switch (pending.call()) {
            case PendingCall.LoginNeeded() -> Optional.empty();
            case PendingCall.ForPhone toPhone -> relay(toPhone.call());
            case PendingCall.ForBank toBank ->
                banks.call(bank, toBank.call()) instanceof BankReply.Answered answered
                        ? relay(new PhoneCall.Relay(toBank.call().sessionId(), answered.message()))
                        : Optional.empty();
        };
    }

    private Optional<SessionOutcome> relay(PhoneCall.Relay call) throws InterruptedException {
        return phone.call(call, Login.none(), status -> {}) instanceof PhoneReply.Ended ended
                ? Optional.of(ended.outcome())
                : Optional.empty();
    }

    @Override
    public void close() {
        owner.interrupt();
    }
}
