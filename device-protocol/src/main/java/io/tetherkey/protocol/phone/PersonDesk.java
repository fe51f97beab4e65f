package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.screen.Screen;
import java.time.Instant;
import java.util.Optional;

/** What the person's deeds lead to, by the question that the phone shows. A deed that fits no question does nothing. */
record PersonDesk(SessionDesk sessions, EnrolmentDesk enrolments, SlotDesk slots) {

    /** The digits are left to the caller to be zeroed. */
    Optional<SessionTurn> typed(Foreground shown, char[] digits, Instant now) throws FlashException {
        boolean isKey = PaymentKeys.isWellFormed(digits);
        if (shown instanceof Foreground.KeyAsked asked && isKey) {
            return Optional.of(sessions.typed(asked.sessionId(), digits, now));
        }
        if (shown instanceof Foreground.NewKeyAsked asked && isKey) {
            return Optional.of(enrolments.keyTyped(asked, digits, now));
        }
        boolean isCode = PaymentKeys.areDigits(digits, EnrolmentContents.ACTIVATION_CODE_DIGITS);
        if (shown instanceof Foreground.CodeAsked asked && isCode) {
            return Optional.of(enrolments.codeTyped(asked.sessionId(), digits, now));
        }
        return Optional.empty();
    }

    Optional<SessionTurn> approved(Foreground shown, Instant now) throws FlashException {
        if (shown instanceof Foreground.ApprovalAsked asked && asked.endReached()) {
            return Optional.of(sessions.decide(asked.sessionId(), Decision.APPROVED, now));
        }
        if (shown instanceof Foreground.RenewalAsked asked) {
            return Optional.of(enrolments.renewalConfirmed(asked.sessionId(), now));
        }
        if (shown instanceof Foreground.DeletionAsked asked) {
            return Optional.of(slots.confirmed(asked, now));
        }
        return Optional.empty();
    }

    Optional<SessionTurn> declined(Foreground shown, Instant now) throws FlashException {
        if (shown instanceof Foreground.ApprovalAsked asked) {
            return Optional.of(sessions.decide(asked.sessionId(), Decision.DECLINED, now));
        }
        if (shown instanceof Foreground.RenewalAsked || shown instanceof Foreground.DeletionAsked) {
            return Optional.of(stop((Foreground.Prompt) shown, StatusCode.DECLINED, Screen.Reason.CANCELLED, now));
        }
        return Optional.empty();
    }

    /** Ends what asks, without a word to the bank. */
    SessionTurn stop(Foreground.Prompt prompt, StatusCode status, Screen.Reason reason, Instant now)
            throws FlashException {
        return switch (prompt) {
            case Foreground.SessionPrompt asked -> sessions.stop(asked.sessionId(), status, reason, now);
            case Foreground.EnrolmentPrompt asked -> enrolments.stop(asked.sessionId(), status, reason, now);
            case Foreground.DeletionAsked asked -> slots.stop(asked, status, reason, now);
        };
    }
}
