package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the phone must still know after a power cut: slots, software keys, trusted computers, sessions and
 * enrolments in progress with the replies they gave, decisions, results and the pinned directory root. A {@link
 * FlashUpdate} takes effect as a whole and is durable when {@link FlashUpdate#commit} returns. Not thread-safe: its owner
 * is the phone's thread.
 */
public final class FlashStore {
    /** Results kept; the oldest goes when one more comes. */
    static final int MOST_RESULTS = 500;

    private final FlashLog log;

    private FlashStore(FlashLog log) {
        this.log = log;
    }

    /**
     * Opens the flash, or makes an empty one where the medium was never written.
     *
     * @throws FlashException if the medium fails or is damaged; nothing is changed then
     */
    public static FlashStore open(FlashMedium medium) throws FlashException {
        FlashStore store = new FlashStore(FlashLog.open(medium));
        store.checkAll();
        return store;
    }

    public List<SlotRecord> slots() throws FlashException {
        List<SlotRecord> slots = new ArrayList<>();
        for (byte[] bytes : log.all(RecordType.SLOT)) {
            slots.add(SlotRecord.decode(bytes));
        }
        return slots;
    }

    public Optional<SlotRecord> slot(String slotId) throws FlashException {
        return slots().stream().filter(slot -> slot.slotId().equals(slotId)).findFirst();
    }

    public Optional<SlotRecord> slotOfBank(String bankId) throws FlashException {
        return slots().stream().filter(slot -> slot.bankId().equals(bankId)).findFirst();
    }

    /** A software chip's key; for the chip alone. */
    public Optional<KeyRecord> key(String slotId) throws FlashException {
        Optional<byte[]> bytes = log.get(new FlashKey(RecordType.KEY, slotId));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(KeyRecord.decode(bytes.get()));
    }

    /** A software chip's key that waits to take the place of {@link #key}; for the chip alone. */
    public Optional<KeyRecord> nextKey(String slotId) throws FlashException {
        Optional<byte[]> bytes = log.get(new FlashKey(RecordType.NEXT_KEY, slotId));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(KeyRecord.decode(bytes.get()));
    }

    public List<EnrolmentRecord> enrolments() throws FlashException {
        List<EnrolmentRecord> enrolments = new ArrayList<>();
        for (byte[] bytes : log.all(RecordType.ENROLMENT)) {
            enrolments.add(EnrolmentRecord.decode(bytes));
        }
        return enrolments;
    }

    public Optional<EnrolmentRecord> enrolment(byte[] sessionId) throws FlashException {
        Optional<byte[]> bytes = log.get(new FlashKey(RecordType.ENROLMENT, FlashCodec.hex(sessionId)));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(EnrolmentRecord.decode(bytes.get()));
    }

    /** Empty in a phone that was made without one: it takes no enrolment. */
    public Optional<DirectoryPin> directoryPin() throws FlashException {
        Optional<byte[]> bytes = log.get(FlashUpdate.PIN);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(DirectoryPin.decode(bytes.get()));
    }

    public List<TrustedComputer> computers() throws FlashException {
        List<TrustedComputer> computers = new ArrayList<>();
        for (byte[] bytes : log.all(RecordType.COMPUTER)) {
            computers.add(TrustedComputer.decode(bytes));
        }
        return computers;
    }

    public boolean trusts(byte[] idHash) throws FlashException {
        return computers().stream().anyMatch(known -> Arrays.equals(known.idHash(), idHash));
    }

    public List<SessionRecord> sessions() throws FlashException {
        List<SessionRecord> sessions = new ArrayList<>();
        for (byte[] bytes : log.all(RecordType.SESSION)) {
            sessions.add(SessionRecord.decode(bytes));
        }
        return sessions;
    }

    public Optional<SessionRecord> session(byte[] sessionId) throws FlashException {
        Optional<byte[]> bytes = log.get(new FlashKey(RecordType.SESSION, FlashCodec.hex(sessionId)));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(SessionRecord.decode(bytes.get()));
    }

    /** The reply that the session gave to the request with this hash. */
    public Optional<byte[]> reply(byte[] sessionId, byte[] requestHash) {
        return log.get(FlashUpdate.stepKey(sessionId, requestHash));
    }

    public Optional<AuthorizationRecord> authorization(String bankId, String orderId) throws FlashException {
        Optional<byte[]> bytes = log.get(FlashUpdate.authorizationKey(bankId, orderId));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(AuthorizationRecord.decode(bytes.get()));
    }

    /** Results with a number above {@code since}, the oldest first. */
    public List<PhoneRecord> results(long since) throws FlashException {
        List<PhoneRecord> results = new ArrayList<>();
        for (byte[] bytes : log.all(RecordType.RESULT)) {
            PhoneRecord result = ResultCodec.decode(bytes);
            if (result.number() > since) {
                results.add(result);
            }
        }
        return results;
    }

    /** The payment that a result is about; empty if it is about none. */
    public Optional<PaymentRequest> payment(long number) throws FlashException {
        Optional<byte[]> bytes = log.get(FlashUpdate.paymentKey(number));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(ResultCodec.payment(bytes.get()));
    }

    /** The number that the next result gets; numbers are never given twice. */
    public long nextResultNumber() {
        List<String> ids = log.ids(RecordType.RESULT, "");
        return ids.isEmpty() ? 1 : Long.parseLong(ids.getLast(), 16) + 1;
    }

    /** Begins a set of changes. */
    public FlashUpdate update() {
        return new FlashUpdate(log);
    }

    /** Writes the medium afresh so that removed secrets are no longer in it. */
    public void scrub() throws FlashException {
        log.compact();
    }

    /**
     * Makes this the flash of a phone that was never used: of all records only the pinned directory root stays. In one
     * write, so that a power cut leaves the one phone or the other.
     */
    public void startAsNew() throws FlashException {
        log.keepOnly(FlashUpdate.PIN);
    }

    /** Reads every record once, so that a flash of another make is refused at the door and not in a payment. */
    private void checkAll() throws FlashException {
        slots();
        computers();
        sessions();
        results(0);
        for (byte[] bytes : log.all(RecordType.KEY)) {
            KeyRecord.decode(bytes);
        }
        enrolments();
        directoryPin();
        for (byte[] bytes : log.all(RecordType.NEXT_KEY)) {
            KeyRecord.decode(bytes);
        }
        for (byte[] bytes : log.all(RecordType.AUTHORIZATION)) {
            AuthorizationRecord.decode(bytes);
        }
        for (byte[] bytes : log.all(RecordType.PAYMENT)) {
            ResultCodec.payment(bytes);
        }
    }
}
