package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.phone.flash.EnrolmentRecord;
import io.tetherkey.protocol.phone.screen.BankName;
import io.tetherkey.protocol.phone.screen.Screen.KeyEntry;
import io.tetherkey.protocol.session.ChipEnrolmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Makes the question that an enrolment's state asks, and leads through the choice of a payment key. */
final class EnrolmentPrompts {
    private final Prompts keypads;
    private char[] first = new char[0];

    EnrolmentPrompts(Prompts keypads) {
        this.keypads = keypads;
    }

    /** Where the choice of a payment key stands. */
    sealed interface Choice {
        /** It is asked once more. */
        record Again(Foreground.NewKeyAsked next) implements Choice {}

        /** The same digits were typed twice. */
        record Made() implements Choice {}
    }

    /** @throws IllegalStateException if the state asks nothing */
    Foreground.EnrolmentPrompt of(ChipEnrolmentState state, EnrolmentRecord record, Instant now) {
        forget();
        BankName bank = Foreground.nameOf(record);
        return switch (state) {
            case ChipEnrolmentState.ConsentNeeded needed
            when needed.purpose() == EnrolmentPurpose.RENEWAL ->
                new Foreground.RenewalAsked(needed.sessionId(), bank, deadline(record, PhoneLimits.PROMPT, now));
            case ChipEnrolmentState.ConsentNeeded needed ->
                new Foreground.CodeAsked(
                        needed.sessionId(), bank, keypads.shuffledKeypad(), deadline(record, PhoneLimits.CODE, now));
            case ChipEnrolmentState.PaymentKeyNeeded needed -> key(record, KeyEntry.FIRST, now);
            case ChipEnrolmentState.AwaitingCertificate other -> throw asksNothing(other);
            case ChipEnrolmentState.AwaitingResult other -> throw asksNothing(other);
            case ChipEnrolmentState.Closed other -> throw asksNothing(other);
        };
    }

    /** The digits are copied and left to the caller. */
    Choice keyTyped(Foreground.NewKeyAsked asked, char[] digits, EnrolmentRecord record, Instant now) {
        if (asked.entry() != KeyEntry.REPEAT) {
            KeyEntry next = PaymentKeys.isWeak(digits) ? KeyEntry.FIRST_AFTER_WEAK : KeyEntry.REPEAT;
            if (next == KeyEntry.REPEAT) {
                first = digits.clone();
            }
            return new Choice.Again(key(record, next, now));
        }
        boolean same = Arrays.equals(first, digits);
        forget();
        return same ? new Choice.Made() : new Choice.Again(key(record, KeyEntry.FIRST_AFTER_UNEQUAL, now));
    }

    /** Forgets what was typed first. */
    void forget() {
        Arrays.fill(first, '\0');
        first = new char[0];
    }

    private Foreground.NewKeyAsked key(EnrolmentRecord record, KeyEntry entry, Instant now) {
        return new Foreground.NewKeyAsked(
                record.sessionId(),
                Foreground.nameOf(record),
                entry,
                keypads.shuffledKeypad(),
                deadline(record, PhoneLimits.PROMPT, now));
    }

    /** No question outlives its enrolment. */
    private static Instant deadline(EnrolmentRecord record, Duration patience, Instant now) {
        Instant deadline = now.plus(patience);
        return deadline.isBefore(record.keepUntil()) ? deadline : record.keepUntil();
    }

    private static IllegalStateException asksNothing(ChipEnrolmentState state) {
        return new IllegalStateException(state.getClass().getSimpleName() + " asks nothing of the user");
    }
}
