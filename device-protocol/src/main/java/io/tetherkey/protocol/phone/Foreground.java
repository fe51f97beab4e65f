package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.phone.flash.EnrolmentRecord;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.screen.BankName;
import io.tetherkey.protocol.phone.screen.PastResult;
import io.tetherkey.protocol.phone.screen.Screen;
import java.time.Instant;
import java.util.List;

/** What the unlocked phone is about. */
sealed interface Foreground {

    /** Nobody wants anything of the phone; whatever comes takes its place. */
    sealed interface Resting extends Foreground {}

    /** Nothing. */
    record Idle() implements Resting {}

    /** The person looks at past results, as they were when the list was opened. */
    record RecordsShown(List<PastResult> results) implements Resting {}

    /** The person looks at the trusted computers. */
    record ComputersShown(List<ComputerInfo> computers) implements Resting {}

    /**
     * The person wants to take trust away from a computer.
     *
     * @param handle of 8 bytes
     */
    record RevocationAsked(byte[] handle, String name) implements Resting {}

    /** Something with an end of its own: past the deadline the phone goes on as after a press of cancel or OK. */
    sealed interface Timed extends Foreground {
        Instant deadline();
    }

    /** An unknown computer asks to be let in. */
    record TrustAsked(RequestToken token, byte[] idHash, String claimedName, Instant deadline) implements Timed {}

    /** Somebody waits for the user's answer. */
    sealed interface Prompt extends Timed {
        /** 16 bytes; empty where the question belongs to no session. */
        byte[] sessionId();
    }

    /** A payment session asks its user. */
    sealed interface SessionPrompt extends Prompt {}

    /** An enrolment asks its user. */
    sealed interface EnrolmentPrompt extends Prompt {}

    /** The payment key. */
    record KeyAsked(
            byte[] sessionId,
            BankName bank,
            int attemptsLeft,
            boolean lastWasWrong,
            SessionPurpose purpose,
            List<Integer> keypad,
            Instant deadline)
            implements SessionPrompt {}

    /**
     * Approval of a payment.
     *
     * @param endReached whether the end of the text was in view
     */
    record ApprovalAsked(byte[] sessionId, BankName bank, PaymentRequest request, boolean endReached, Instant deadline)
            implements SessionPrompt {
        ApprovalAsked read() {
            return new ApprovalAsked(sessionId, bank, request, true, deadline);
        }
    }

    /** The activation code of a bank's letter. */
    record CodeAsked(byte[] sessionId, BankName bank, List<Integer> keypad, Instant deadline)
            implements EnrolmentPrompt {}

    /** Consent to a renewal. */
    record RenewalAsked(byte[] sessionId, BankName bank, Instant deadline) implements EnrolmentPrompt {}

    /** A payment key to be chosen, or repeated. */
    record NewKeyAsked(byte[] sessionId, BankName bank, Screen.KeyEntry entry, List<Integer> keypad, Instant deadline)
            implements EnrolmentPrompt {}

    /** Consent to the deletion of a slot. */
    record DeletionAsked(String slotId, BankName bank, Instant deadline) implements Prompt {
        @Override
        public byte[] sessionId() {
            return new byte[0];
        }
    }

    /** A session waits for the bank. */
    record Waiting(BankName bank, Screen.Step step, Instant deadline) implements Timed {}

    /** A result or a notice to be read. */
    record Notice(Screen screen, Instant deadline) implements Timed {}

    static BankName nameOf(EnrolmentRecord enrolment) {
        return new BankName(enrolment.bank().nameEn(), enrolment.bank().nameZh());
    }

    static BankName nameOf(SlotRecord slot) {
        return new BankName(slot.nameEn(), slot.nameZh());
    }
}
