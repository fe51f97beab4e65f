package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import java.util.ArrayList;
import java.util.List;

/** Changes of the flash that take effect together; nothing happens before {@link #commit}. */
public final class FlashUpdate {
    static final FlashKey PIN = new FlashKey(RecordType.DIRECTORY_PIN, "");

    private final FlashLog log;
    private final List<FlashChange> changes = new ArrayList<>();

    FlashUpdate(FlashLog log) {
        this.log = log;
    }

    public FlashUpdate put(SlotRecord slot) {
        return put(new FlashKey(RecordType.SLOT, slot.slotId()), slot.encode());
    }

    public FlashUpdate put(KeyRecord key) {
        return put(new FlashKey(RecordType.KEY, key.slotId()), key.encode());
    }

    public FlashUpdate eraseKey(String slotId) {
        changes.add(new FlashChange.Remove(new FlashKey(RecordType.KEY, slotId)));
        return this;
    }

    /** Keeps a key beside the slot's key until {@link #promoteKey} or {@link #eraseNextKey}. */
    public FlashUpdate putNext(KeyRecord key) {
        return put(new FlashKey(RecordType.NEXT_KEY, key.slotId()), key.encode());
    }

    /** The next key takes the place of the slot's key, which is gone then. */
    public FlashUpdate promoteKey(KeyRecord next) {
        return put(next).eraseNextKey(next.slotId());
    }

    public FlashUpdate eraseNextKey(String slotId) {
        changes.add(new FlashChange.Remove(new FlashKey(RecordType.NEXT_KEY, slotId)));
        return this;
    }

    /** Takes a slot away with its sessions and remembered approvals; its results stay. */
    public FlashUpdate forgetSlot(SlotRecord slot, List<SessionRecord> sessions) {
        changes.add(new FlashChange.Remove(new FlashKey(RecordType.SLOT, slot.slotId())));
        for (SessionRecord session : sessions) {
            if (session.slotId().equals(slot.slotId())) {
                forgetSession(session.sessionId());
            }
        }
        for (String approval : log.ids(RecordType.AUTHORIZATION, slot.bankId() + "/")) {
            changes.add(new FlashChange.Remove(new FlashKey(RecordType.AUTHORIZATION, approval)));
        }
        return this;
    }

    public FlashUpdate put(EnrolmentRecord enrolment) {
        return put(new FlashKey(RecordType.ENROLMENT, FlashCodec.hex(enrolment.sessionId())), enrolment.encode());
    }

    /** Takes an enrolment away with all its replies. */
    public FlashUpdate forgetEnrolment(byte[] sessionId) {
        changes.add(new FlashChange.Remove(new FlashKey(RecordType.ENROLMENT, FlashCodec.hex(sessionId))));
        return forgetSteps(sessionId);
    }

    public FlashUpdate put(DirectoryPin pin) {
        return put(PIN, pin.encode());
    }

    public FlashUpdate put(TrustedComputer computer) {
        return put(new FlashKey(RecordType.COMPUTER, FlashCodec.hex(computer.idHash())), computer.encode());
    }

    public FlashUpdate forgetComputer(byte[] idHash) {
        changes.add(new FlashChange.Remove(new FlashKey(RecordType.COMPUTER, FlashCodec.hex(idHash))));
        return this;
    }

    public FlashUpdate put(SessionRecord session) {
        return put(new FlashKey(RecordType.SESSION, FlashCodec.hex(session.sessionId())), session.encode());
    }

    /** Remembers what was answered to a request, byte for byte. */
    public FlashUpdate putReply(byte[] sessionId, byte[] requestHash, byte[] reply) {
        return put(stepKey(sessionId, requestHash), reply);
    }

    /** Takes a session away with all its replies. */
    public FlashUpdate forgetSession(byte[] sessionId) {
        changes.add(new FlashChange.Remove(new FlashKey(RecordType.SESSION, FlashCodec.hex(sessionId))));
        return forgetSteps(sessionId);
    }

    private FlashUpdate forgetSteps(byte[] sessionId) {
        for (String step : log.ids(RecordType.STEP, FlashCodec.hex(sessionId))) {
            changes.add(new FlashChange.Remove(new FlashKey(RecordType.STEP, step)));
        }
        return this;
    }

    public FlashUpdate put(String bankId, AuthorizationRecord authorization) {
        return put(authorizationKey(bankId, authorization.request().orderId()), authorization.encode());
    }

    public FlashUpdate forgetAuthorization(String bankId, String orderId) {
        changes.add(new FlashChange.Remove(authorizationKey(bankId, orderId)));
        return this;
    }

    /** Adds a result; its number must be {@link FlashStore#nextResultNumber()}. */
    public FlashUpdate add(PhoneRecord result) {
        List<String> ids = log.ids(RecordType.RESULT, "");
        if (ids.size() >= FlashStore.MOST_RESULTS) {
            changes.add(new FlashChange.Remove(new FlashKey(RecordType.RESULT, ids.getFirst())));
            changes.add(new FlashChange.Remove(new FlashKey(RecordType.PAYMENT, ids.getFirst())));
        }
        return put(new FlashKey(RecordType.RESULT, resultId(result.number())), ResultCodec.encode(result));
    }

    /** Adds a result with the payment that it is about, which is for the phone's own history and never leaves it. */
    public FlashUpdate add(PhoneRecord result, PaymentRequest payment) {
        return add(result).put(paymentKey(result.number()), ResultCodec.encode(payment));
    }

    /** @throws FlashException if it could not be made durable; none of it counts then as told to anyone */
    public void commit() throws FlashException {
        if (!changes.isEmpty()) {
            log.write(List.copyOf(changes));
            changes.clear();
        }
    }

    static FlashKey stepKey(byte[] sessionId, byte[] requestHash) {
        return new FlashKey(RecordType.STEP, FlashCodec.hex(sessionId) + ":" + FlashCodec.hex(requestHash));
    }

    static FlashKey paymentKey(long number) {
        return new FlashKey(RecordType.PAYMENT, resultId(number));
    }

    private static String resultId(long number) {
        return "%016x".formatted(number);
    }

    static FlashKey authorizationKey(String bankId, String orderId) {
        return new FlashKey(RecordType.AUTHORIZATION, bankId + "/" + orderId);
    }

    private FlashUpdate put(FlashKey key, byte[] value) {
        changes.add(new FlashChange.Put(key, value));
        return this;
    }
}
