package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.util.Optional;

/**
 * Where the one payment of this app stands.
 *
 * <pre>
 *  AtRest → OrderShown → AtBank ⇄ AtPhone → Judging → Finished → AtRest
 *                          ↕         ↕ ↘
 *                       BankAway  PhoneAway  Cancelling
 *  Checking: asks the bank for the order's status, after a restart or when a payment broke off
 * </pre>
 *
 * A state under way carries the number of its {@code step}; an answer to an earlier step is ignored.
 */
public sealed interface FlowState {

    /** Nothing to pay. */
    record AtRest() implements FlowState {}

    /** The shop's order is verified and waits for the user's bank and login. */
    record OrderShown(VerifiedOrder order) implements FlowState {}

    /** A payment under way. */
    sealed interface UnderWay extends FlowState {

        Journey journey();

        int step();
    }

    /** The bank was called and has not answered. */
    record AtBank(Journey journey, int step, BankCall call) implements UnderWay {}

    /** The phone was called and works, or waits for the user. */
    record AtPhone(Journey journey, int step, PhoneCall call, PhoneStatus status) implements UnderWay {}

    /** The phone cannot be asked; the same call is made again once it is back. */
    record PhoneAway(Journey journey, int step, PhoneCall call, Fault why) implements UnderWay {}

    /** The bank cannot be asked; the same bytes are sent again by and by, or when the user says so. */
    record BankAway(Journey journey, int step, BankCall call, AfterCheck then, Fault why) implements UnderWay {}

    /** The user cancelled while the phone was asked; the phone has the last word. */
    record Cancelling(Journey journey, int step, PhoneCall call) implements UnderWay {}

    /** The bank was asked where the order stands. */
    record Checking(Journey journey, int step, AfterCheck then) implements UnderWay {

        /** What the user reads already while the bank is asked behind it: "not certain yet". */
        public Optional<Outcome> shownResult() {
            return PaymentCheck.shownResult(then);
        }
    }

    /** The phone says that the bank's receipt came; its proof is being compared. */
    record Judging(Journey journey, int step, SessionOutcome outcome) implements UnderWay {}

    /** Over. */
    record Finished(Journey journey, Outcome outcome) implements FlowState {}
}
