package io.tetherkey.protocol.phone.screen;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the phone's trusted display shows. A screen is data; {@link #lines} puts it into words, and a window, a script
 * and an accessibility reader all take those same lines.
 */
public sealed interface Screen {

    /** The words in reading order. */
    default List<ScreenLine> lines(ScreenTexts texts) {
        return ScreenWords.lines(this, texts);
    }

    /** The lines as one text, one line each; this is what a script's expression is matched against. */
    default String text(ScreenTexts texts) {
        return lines(texts).stream().map(ScreenLine::plain).collect(Collectors.joining("\n"));
    }

    /** Whether the phone stands still until somebody acts on it. */
    default boolean asks() {
        return switch (this) {
            case TrustComputer trust -> true;
            case EnterPaymentKey key -> true;
            case ApprovePayment approve -> true;
            case EnterActivationCode code -> true;
            case ChoosePaymentKey choose -> true;
            case ConfirmRenewal renewal -> true;
            case ConfirmDeletion deletion -> true;
            case Locked locked -> true;
            case ConfirmRevocation revocation -> true;
            case InputDeviceAttached attached -> true;
            case Home home -> false;
            case Records records -> false;
            case Computers computers -> false;
            case Working working -> false;
            case PaymentResult result -> false;
            case LoginResult result -> false;
            case Stopped stopped -> false;
            case SlotChanged changed -> false;
            case StorageFailed failed -> false;
        };
    }

    /** The phone is locked and shows nothing of what it holds. */
    record Locked() implements Screen {}

    /** Nothing is going on; the banks of this phone are listed. */
    record Home(List<SlotInfo> banks) implements Screen {
        public Home {
            banks = List.copyOf(banks);
        }
    }

    /** Past results, the newest first. */
    record Records(List<PastResult> results) implements Screen {
        public Records {
            results = List.copyOf(results);
        }
    }

    /** The computers that this phone trusts. */
    record Computers(List<ComputerInfo> computers) implements Screen {
        public Computers {
            computers = List.copyOf(computers);
        }
    }

    /** Trust in a computer is to be taken away. */
    record ConfirmRevocation(String claimedName) implements Screen {}

    /** A question is not shown as long as something outside the phone can press its keys. */
    record InputDeviceAttached() implements Screen {}

    /** An unknown computer asks to be let in. */
    record TrustComputer(String claimedName, Instant deadline) implements Screen {}

    /** The phone or the bank is at work. */
    record Working(BankName bank, Step step) implements Screen {}

    /** What is being waited for. */
    enum Step {
        OPENING,
        CHECKING_KEY,
        FINISHING,
        CHECKING_CODE,
        RENEWING,
        ENABLING
    }

    /**
     * The payment key is asked.
     *
     * @param attemptsLeft of ten
     * @param purpose what the key is asked for, as the bank told under its seal
     * @param keypad the ten digits in the order in which this keypad shows them
     */
    record EnterPaymentKey(
            BankName bank,
            int attemptsLeft,
            boolean lastWasWrong,
            SessionPurpose purpose,
            List<Integer> keypad,
            Instant deadline)
            implements Screen {
        public EnterPaymentKey {
            keypad = List.copyOf(keypad);
        }
    }

    /** A payment waits for a decision; these very values are signed. */
    record ApprovePayment(BankName bank, PaymentRequest request, Instant deadline) implements Screen {}

    /**
     * A bank wants to be added to this phone; typing the code from its letter is the consent.
     *
     * @param keypad the ten digits in the order in which this keypad shows them
     */
    record EnterActivationCode(BankName bank, List<Integer> keypad, Instant deadline) implements Screen {
        public EnterActivationCode {
            keypad = List.copyOf(keypad);
        }
    }

    /**
     * The user chooses a payment key.
     *
     * @param keypad the ten digits in the order in which this keypad shows them
     */
    record ChoosePaymentKey(BankName bank, KeyEntry entry, List<Integer> keypad, Instant deadline) implements Screen {
        public ChoosePaymentKey {
            keypad = List.copyOf(keypad);
        }
    }

    /** Which of its entries a payment key is at, and why it begins again. */
    enum KeyEntry {
        FIRST,
        REPEAT,
        /** The two entries were not the same. */
        FIRST_AFTER_UNEQUAL,
        /** The digits were all equal or a straight run. */
        FIRST_AFTER_WEAK
    }

    /** The bank's certificate is to be renewed. */
    record ConfirmRenewal(BankName bank, Instant deadline) implements Screen {}

    /** A computer wants a bank deleted from this phone. */
    record ConfirmDeletion(BankName bank, Instant deadline) implements Screen {}

    /** What became of a bank on this phone. */
    record SlotChanged(BankName bank, SlotChange change) implements Screen {}

    /** The ways in which a bank on this phone changes. */
    enum SlotChange {
        ENABLED,
        RENEWED,
        DELETED
    }

    /** How a payment ended, by the bank's signed word. */
    record PaymentResult(BankName bank, SlotResult result, PaymentRequest request) implements Screen {}

    /** How a login without a payment ended, by the bank's signed word. */
    record LoginResult(BankName bank, SlotResult result, int attemptsLeft) implements Screen {}

    /** A session ended without a word of the bank; nothing was signed. */
    record Stopped(BankName bank, Reason reason) implements Screen {}

    /** Why a session ended early. */
    enum Reason {
        CANCELLED,
        TIMED_OUT,
        REFUSED,
        /** The bank did not enable the slot. */
        NOT_ENABLED
    }

    /** The flash failed; the phone does nothing more until it is started again. */
    record StorageFailed() implements Screen {}
}
