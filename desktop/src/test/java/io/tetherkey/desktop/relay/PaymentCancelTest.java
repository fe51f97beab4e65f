package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.ladder.Ladder;
import io.tetherkey.desktop.ui.ladder.Now;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.OrderStatus;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A payment that is called off, or taken up again after the app was away. */
class PaymentCancelTest extends PaymentProcessSteps {
    @Nested
    @DisplayName("cancel")
    class Cancel {

        @Test
        void shownOrderGoesBackToRest() {
            assertThat(after(new FlowState.OrderShown(Samples.ORDER), new FlowEvent.Cancel())
                            .state())
                    .isEqualTo(new FlowState.AtRest());
        }

        @Test
        void phoneHasTheLastWord() {
            FlowStep step = after(atPhone(2), new FlowEvent.Cancel());
            assertThat(step.state()).isInstanceOf(FlowState.Cancelling.class);
            assertThat(step.effects()).containsExactly(new FlowEffect.CancelPhone());
            FlowStep cancelled = after(
                    step.state(),
                    new FlowEvent.PhoneReplied(5, new PhoneReply.Refused(Fault.CANCELLED, OptionalInt.empty())));
            assertThat(outcome(cancelled)).isEqualTo(new Outcome.Cancelled());
            FlowStep signed = after(step.state(), new FlowEvent.PhoneReplied(5, new PhoneReply.Forwarded(MESSAGE)));
            assertThat(signed.effects())
                    .contains(new FlowEffect.CallBank(
                            6, Samples.HARBOUR, new BankCall.Deliver(Samples.SESSION, MESSAGE)));
        }

        @Test
        void messageFromBeforeTheConsentIsNotDeliveredAfterCancel() {
            FlowState at = new FlowState.Cancelling(Samples.journey(1, Stage.ENTER_PAYMENT_KEY), 5, Samples.relay());
            FlowStep step = after(at, new FlowEvent.PhoneReplied(5, new PhoneReply.Forwarded(MESSAGE)));
            assertThat(outcome(step)).isEqualTo(new Outcome.Cancelled());
        }

        /** Each state, and what a cancel makes of it at once. */
        static Stream<Arguments> everyState() {
            Journey early = Samples.journey(2, Stage.ENTER_PAYMENT_KEY);
            Journey tried = Samples.journey(3, Stage.PAYMENT_KEY_WRONG);
            Journey signed = Samples.journey(3, Stage.CONFIRM_PAYMENT);
            var idle = new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty());
            var open = new AfterCheck.StartAnew();
            return Stream.of(
                    arguments(new FlowState.AtRest(), "AtRest"),
                    arguments(new FlowState.OrderShown(Samples.ORDER), "AtRest"),
                    arguments(new FlowState.AtBank(early, 4, Samples.deliver()), "Cancelled"),
                    arguments(new FlowState.AtBank(tried, 6, Samples.deliver()), "Checking"),
                    arguments(new FlowState.AtBank(signed, 6, Samples.deliver()), "AtBank, too late"),
                    arguments(new FlowState.AtPhone(early, 5, Samples.relay(), idle), "Cancelling"),
                    arguments(new FlowState.AtPhone(signed, 7, Samples.relay(), idle), "Cancelling"),
                    arguments(new FlowState.Cancelling(signed, 7, Samples.relay()), "Cancelling"),
                    arguments(new FlowState.PhoneAway(early, 5, Samples.relay(), Fault.NO_PHONE), "Cancelled"),
                    arguments(new FlowState.PhoneAway(signed, 7, Samples.relay(), Fault.NO_PHONE), "Checking"),
                    arguments(bankAway(early, open), "Cancelled"),
                    arguments(bankAway(signed, open), "Unknown"),
                    arguments(new FlowState.Checking(signed, 8, open), "Unknown"),
                    arguments(
                            new FlowState.Judging(
                                    signed, 9, new SessionOutcome(SlotResult.PAID, 10, new byte[0], new byte[0])),
                            "Judging"),
                    arguments(Samples.finished(new Outcome.Declined()), "Declined"));
        }

        private static FlowState bankAway(Journey journey, AfterCheck then) {
            return new FlowState.BankAway(journey, 7, Samples.deliver(), then, Fault.BANK_UNREACHABLE);
        }

        @ParameterizedTest
        @MethodSource("everyState")
        void everyStateTellsTheTruthAtOnceOrAsks(FlowState state, String becomes) {
            FlowState next = after(state, new FlowEvent.Cancel()).state();

            String told = next instanceof FlowState.Finished(Journey journey, Outcome outcome)
                    ? outcome.getClass().getSimpleName()
                    : next.getClass().getSimpleName();
            boolean tooLate =
                    next instanceof FlowState.UnderWay under && under.journey().cancelledTooLate();
            assertThat(told + (tooLate ? ", too late" : "")).isEqualTo(becomes);
        }

        @Test
        void answerThatIsOnItsWayCannotBeCalledBackAndItsResultIsTold() {
            FlowState atBank = new FlowState.AtBank(Samples.journey(3, Stage.CONFIRM_PAYMENT), 6, Samples.deliver());
            FlowStep late = after(atBank, new FlowEvent.Cancel());
            assertThat(late.effects()).as("the call to the bank goes on").isEmpty();

            FlowStep answered = after(late.state(), new FlowEvent.BankReplied(6, new BankReply.Answered(MESSAGE)));
            FlowStep ended = after(
                    answered.state(),
                    new FlowEvent.PhoneReplied(
                            7,
                            new PhoneReply.Ended(new SessionOutcome(SlotResult.PAID, 10, new byte[0], new byte[0]))));
            FlowStep paid = after(
                    ended.state(),
                    new FlowEvent.ReceiptJudged(
                            8, new ReceiptDesk.Judgement.Agrees("HB-1", new ReceiptFile.OnPhoneOnly())));

            assertThat(outcome(paid)).isEqualTo(new Outcome.Paid("HB-1", new ReceiptFile.OnPhoneOnly()));
        }

        @Test
        void cancelThatMeetsASignatureOnThePhoneIsTooLateAndSaysSo() {
            FlowState at = new FlowState.Cancelling(Samples.journey(2, Stage.CONFIRM_PAYMENT), 5, Samples.relay());
            FlowStep step = after(at, new FlowEvent.PhoneReplied(5, new PhoneReply.Forwarded(MESSAGE)));

            assertThat(((FlowState.AtBank) step.state()).journey().cancelledTooLate())
                    .isTrue();
            assertThat(Ladder.of(step.state(), Samples.READY).now()).isEqualTo(Now.ALREADY_CONFIRMED);
        }

        @Test
        void bankOutOfReachAfterAPossibleConsentLeavesItOpen() {
            FlowState away = new FlowState.BankAway(
                    Samples.journey(3, Stage.FINISHING),
                    7,
                    Samples.deliver(),
                    new AfterCheck.Proceed(),
                    Fault.BANK_UNREACHABLE);
            FlowStep step = after(away, new FlowEvent.Cancel());
            assertThat(outcome(step)).isEqualTo(new Outcome.Unknown(Fault.BANK_UNREACHABLE));
            assertThat(step.effects()).doesNotContain(new FlowEffect.ErasePending());
            FlowStep asked = after(step.state(), new FlowEvent.Retry());
            assertThat(asked.effects()).containsExactly(new FlowEffect.CallBank(1, Samples.HARBOUR, status()));
            var silence = new FlowEvent.BankReplied(1, new BankReply.Unreachable(Fault.BANK_NOT_TRUSTED));
            assertThat(outcome(after(asked.state(), silence))).isEqualTo(new Outcome.Unknown(Fault.BANK_NOT_TRUSTED));
            var open = new FlowEvent.BankReplied(1, new BankReply.Told(OrderStatus.OPEN, ""));
            assertThat(outcome(after(asked.state(), open)))
                    .isEqualTo(new Outcome.Failed(Fault.ORDER_NOT_PAID, OptionalInt.empty()));
        }
    }

    @Nested
    @DisplayName("started again after a kill")
    class Resumed {

        @Test
        void bankIsAskedFirstAndTheStoredMessageFollowsIfOpen() {
            var call = new BankCall.Deliver(Samples.SESSION, MESSAGE);
            FlowStep step = after(new FlowState.AtRest(), resumed(new PendingCall.ForBank(call)));
            assertThat(step.effects()).containsExactly(new FlowEffect.CallBank(1, Samples.HARBOUR, status()));
            FlowStep open = after(step.state(), told(OrderStatus.OPEN));
            assertThat(open.effects()).contains(new FlowEffect.CallBank(2, Samples.HARBOUR, call));
        }

        @Test
        void phoneIsAwaitedIfItWasItsTurn() {
            var call = new PhoneCall.Relay(Samples.SESSION, MESSAGE);
            FlowStep step = after(new FlowState.AtRest(), resumed(new PendingCall.ForPhone(call)));
            FlowStep open = after(step.state(), told(OrderStatus.OPEN));
            assertThat(open.effects()).containsExactly(new FlowEffect.AwaitPhone(2));
        }

        @Test
        void orderIsShownAgainIfOnlyTheLoginWasLost() {
            FlowStep step = after(new FlowState.AtRest(), resumed(new PendingCall.LoginNeeded()));
            assertThat(after(step.state(), told(OrderStatus.OPEN)).state())
                    .isEqualTo(new FlowState.OrderShown(Samples.ORDER));
        }

        @Test
        void settledOrderIsToldAndNothingIsSentAgain() {
            FlowStep step = after(
                    new FlowState.AtRest(),
                    resumed(new PendingCall.ForBank(new BankCall.Deliver(Samples.SESSION, MESSAGE))));
            assertThat(outcome(after(step.state(), told(OrderStatus.PAID))))
                    .isEqualTo(new Outcome.Paid("R-1", new ReceiptFile.Due()));
            assertThat(outcome(after(step.state(), told(OrderStatus.DECLINED)))).isEqualTo(new Outcome.Declined());
            assertThat(outcome(after(step.state(), told(OrderStatus.FAILED))))
                    .isEqualTo(new Outcome.Failed(Fault.PAYMENT_FAILED, OptionalInt.empty()));
        }

        @Test
        void bankOutOfReachIsAskedAgainOnRetry() {
            FlowStep step = after(new FlowState.AtRest(), resumed(new PendingCall.LoginNeeded()));
            FlowStep away = after(
                    step.state(), new FlowEvent.BankReplied(1, new BankReply.Unreachable(Fault.BANK_UNREACHABLE)));
            assertThat(after(away.state(), new FlowEvent.Retry()).effects())
                    .containsExactly(new FlowEffect.CallBank(2, Samples.HARBOUR, status()));
        }

        @Test
        void receiptThatIsDueIsNotedBeforeThePendingPaymentIsErased() {
            FlowStep step = after(new FlowState.AtRest(), resumed(new PendingCall.LoginNeeded()));
            FlowStep paid = after(step.state(), told(OrderStatus.PAID));
            assertThat(paid.effects().getFirst()).isInstanceOf(FlowEffect.OweReceipt.class);
            assertThat(paid.effects()).contains(new FlowEffect.ErasePending());
        }

        @Test
        void receiptThatIsFoundCompletesItsOwnResultOnly() {
            FlowState due = Samples.finished(new Outcome.Paid("R-1", new ReceiptFile.Due()));
            var kept = new ReceiptFile.Kept(Path.of("r.tkreceipt"));
            String orderId = Samples.ORDER.order().orderId();
            var agrees = new ReceiptDesk.Judgement.Agrees("R-1", kept);
            assertThat(outcome(after(due, new FlowEvent.ReceiptFound(orderId, agrees))))
                    .isEqualTo(new Outcome.Paid("R-1", kept));
            assertThat(after(due, new FlowEvent.ReceiptFound("ff".repeat(16), agrees))
                            .state())
                    .isEqualTo(due);
            var differs = new ReceiptDesk.Judgement.Differs(Fault.ORDER_MISMATCH);
            assertThat(outcome(after(due, new FlowEvent.ReceiptFound(orderId, differs))))
                    .isEqualTo(new Outcome.Failed(Fault.ORDER_MISMATCH, OptionalInt.empty()));
            assertThat(after(new FlowState.OrderShown(Samples.ORDER), new FlowEvent.ReceiptFound(orderId, agrees))
                            .state())
                    .isEqualTo(new FlowState.OrderShown(Samples.ORDER));
        }

        private FlowEvent told(OrderStatus status) {
            return new FlowEvent.BankReplied(1, new BankReply.Told(status, status == OrderStatus.PAID ? "R-1" : ""));
        }

        private FlowEvent resumed(PendingCall call) {
            var pending = new PendingPayment(MESSAGE, Samples.NOW, "harbour", 3, Stage.CONFIRM_PAYMENT, call);
            return new FlowEvent.Resumed(pending, Samples.ORDER, Samples.HARBOUR);
        }
    }
}
