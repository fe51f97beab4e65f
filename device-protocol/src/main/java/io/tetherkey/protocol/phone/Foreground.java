package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.screen.BankName;
import io.tetherkey.protocol.phone.screen.Screen;
import java.time.Instant;
import java.util.List;

/** What the unlocked phone is about. */
sealed interface Foreground {

    /** Nothing. */
    record Idle() implements Foreground {}

    /** Something with an end of its own: past the deadline the phone goes on as after a press of cancel or OK. */
    sealed interface Timed extends Foreground {
        Instant deadline();
    }

    /** An unknown computer asks to be let in. */
    record TrustAsked(RequestToken token, byte[] idHash, String claimedName, Instant deadline) implements Timed {}

    /** A session asks its user. */
    sealed interface Prompt extends Timed {
        byte[] sessionId();
    }

    /** The payment key. */
    record KeyAsked(
            byte[] sessionId,
            BankName bank,
            int attemptsLeft,
            boolean lastWasWrong,
            List<Integer> keypad,
            Instant deadline)
            implements Prompt {}

    /**
     * Approval of a payment.
     *
     * @param endReached whether the end of the text was in view
     */
    record ApprovalAsked(byte[] sessionId, BankName bank, PaymentRequest request, boolean endReached, Instant deadline)
            implements Prompt {
        ApprovalAsked read() {
            return new ApprovalAsked(sessionId, bank, request, true, deadline);
        }
    }

    /** A session waits for the bank. */
    record Waiting(BankName bank, Screen.Step step, Instant deadline) implements Timed {}

    /** A result or a notice to be read. */
    record Notice(Screen screen, Instant deadline) implements Timed {}

    static BankName nameOf(SlotRecord slot) {
        return new BankName(slot.nameEn(), slot.nameZh());
    }
}
