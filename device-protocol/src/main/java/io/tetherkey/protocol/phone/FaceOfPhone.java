package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.screen.PastResult;
import io.tetherkey.protocol.phone.screen.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the phone shows to its person and what it tells the waiting computer, both from the same state. */
final class FaceOfPhone {
    private static final int MOST_SECONDS = 0xFFFF;

    private FaceOfPhone() {}

    static Screen screen(boolean locked, OutsideInput outside, Foreground foreground, Board board)
            throws FlashException {
        if (locked) {
            return new Screen.Locked();
        }
        if (outside.hides(foreground)) {
            return new Screen.InputDeviceAttached();
        }
        return switch (foreground) {
            case Foreground.Idle() -> new Screen.Home(board.slots());
            case Foreground.RecordsShown(List<PastResult> results) -> new Screen.Records(results);
            case Foreground.ComputersShown(List<ComputerInfo> computers) -> new Screen.Computers(computers);
            case Foreground.RevocationAsked asked -> new Screen.ConfirmRevocation(asked.name());
            case Foreground.TrustAsked asked -> new Screen.TrustComputer(asked.claimedName(), asked.deadline());
            case Foreground.KeyAsked asked ->
                new Screen.EnterPaymentKey(
                        asked.bank(),
                        asked.attemptsLeft(),
                        asked.lastWasWrong(),
                        asked.purpose(),
                        asked.keypad(),
                        asked.deadline());
            case Foreground.ApprovalAsked asked ->
                new Screen.ApprovePayment(asked.bank(), asked.request(), asked.deadline());
            case Foreground.CodeAsked asked ->
                new Screen.EnterActivationCode(asked.bank(), asked.keypad(), asked.deadline());
            case Foreground.RenewalAsked asked -> new Screen.ConfirmRenewal(asked.bank(), asked.deadline());
            case Foreground.NewKeyAsked asked ->
                new Screen.ChoosePaymentKey(asked.bank(), asked.entry(), asked.keypad(), asked.deadline());
            case Foreground.DeletionAsked asked -> new Screen.ConfirmDeletion(asked.bank(), asked.deadline());
            case Foreground.Waiting waiting -> new Screen.Working(waiting.bank(), waiting.step());
            case Foreground.Notice notice -> notice.screen();
        };
    }

    /** Empty where the computer has nothing to wait for. */
    static Optional<PhoneStatus> status(boolean locked, Foreground foreground, Instant now) {
        return switch (foreground) {
            case Foreground.TrustAsked asked -> Optional.of(status(locked, Stage.TRUST_COMPUTER, asked, now));
            case Foreground.KeyAsked asked ->
                Optional.of(status(
                        locked, asked.lastWasWrong() ? Stage.PAYMENT_KEY_WRONG : Stage.ENTER_PAYMENT_KEY, asked, now));
            case Foreground.ApprovalAsked asked -> Optional.of(status(locked, Stage.CONFIRM_PAYMENT, asked, now));
            case Foreground.CodeAsked asked -> Optional.of(status(locked, Stage.ENTER_ACTIVATION_CODE, asked, now));
            case Foreground.RenewalAsked asked -> Optional.of(status(locked, Stage.CONFIRM_RENEWAL, asked, now));
            case Foreground.NewKeyAsked asked ->
                Optional.of(status(
                        locked,
                        asked.entry() == Screen.KeyEntry.REPEAT ? Stage.REPEAT_PAYMENT_KEY : Stage.CHOOSE_PAYMENT_KEY,
                        asked,
                        now));
            case Foreground.DeletionAsked asked -> Optional.of(status(locked, Stage.CONFIRM_DELETION, asked, now));
            case Foreground.Waiting waiting -> Optional.empty();
            case Foreground.Notice notice -> Optional.empty();
            case Foreground.Resting resting -> Optional.empty();
        };
    }

    /** A computer waits for the phone to be unlocked. */
    static PhoneStatus waitingForUnlock(Instant deadline, Instant now) {
        return new PhoneStatus(WaitReason.WAIT_UNLOCK, Stage.UNLOCK, secondsLeft(deadline, now), OptionalInt.empty());
    }

    /** What a computer is told that has no command waiting. */
    static PhoneStatus lock(boolean locked) {
        return locked
                ? new PhoneStatus(WaitReason.WAIT_UNLOCK, Stage.UNLOCK, 0, OptionalInt.empty())
                : new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty());
    }

    private static PhoneStatus status(boolean locked, Stage stage, Foreground.Timed asked, Instant now) {
        int seconds = secondsLeft(asked.deadline(), now);
        OptionalInt left =
                asked instanceof Foreground.KeyAsked key ? OptionalInt.of(key.attemptsLeft()) : OptionalInt.empty();
        if (locked) {
            return new PhoneStatus(WaitReason.WAIT_UNLOCK, Stage.UNLOCK, seconds, left);
        }
        WaitReason reason = stage == Stage.TRUST_COMPUTER ? WaitReason.WAIT_CONSENT : WaitReason.WAIT_USER;
        return new PhoneStatus(reason, stage, seconds, left);
    }

    private static int secondsLeft(Instant deadline, Instant now) {
        long seconds = Duration.between(now, deadline).plusMillis(999).toSeconds();
        return (int) Math.clamp(seconds, 0, MOST_SECONDS);
    }
}
