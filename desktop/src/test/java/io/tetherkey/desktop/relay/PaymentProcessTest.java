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
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentProcessTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    @Nested
    @DisplayName("the way to a receipt")
    class Way {

        @Test
        void eachCallIsStoredBeforeItIsMade() {
            FlowStep step = after(new FlowState.OrderShown(Samples.ORDER), login());
            assertStoredBeforeCall(step);
            step = after(step.state(), bank(step, new BankReply.Offered(Samples.SESSION, MESSAGE)));
            assertStoredBeforeCall(step);
            step = after(step.state(), phone(step, new PhoneReply.Forwarded(MESSAGE)));
            assertStoredBeforeCall(step);
            step = after(step.state(), bank(step, new BankReply.Answered(MESSAGE)));
            assertStoredBeforeCall(step);
        }

        private void assertStoredBeforeCall(FlowStep step) {
            assertThat(step.effects().getFirst()).isInstanceOf(FlowEffect.Persist.class);
            assertThat(step.effects().get(1)).isInstanceOfAny(FlowEffect.CallBank.class, FlowEffect.CallPhone.class);
        }

        @Test
        void offerGoesToThePhoneWithTheAddressThatTheDirectoryGave() {
            FlowStep begun = after(new FlowState.OrderShown(Samples.ORDER), login());
            FlowStep step = after(begun.state(), bank(begun, new BankReply.Offered(Samples.SESSION, MESSAGE)));
            assertThat(step.effects())
                    .contains(new FlowEffect.CallPhone(
                            2, new PhoneCall.Open("harbour", Samples.SESSION, MESSAGE, "https://localhost:8443")));
        }

        @Test
        void chipIsToldTheAddressOfABankThatHasMoved() {
            BankEntry harbour = Samples.HARBOUR;
            var elsewhere = new BankEntry(
                    "harbour",
                    harbour.nameEn(),
                    harbour.nameZh(),
                    URI.create("https://localhost:9443"),
                    harbour.rootCertificate(),
                    harbour.tlsRoot(),
                    harbour.suite(),
                    harbour.contact(),
                    harbour.colour());
            FlowStep begun = after(new FlowState.OrderShown(Samples.ORDER), login());
            FlowStep moved = after(begun.state(), new FlowEvent.BankMoved(elsewhere));
            FlowStep step =
                    after(moved.state(), new FlowEvent.BankReplied(1, new BankReply.Offered(Samples.SESSION, MESSAGE)));
            assertThat(step.effects())
                    .contains(new FlowEffect.CallPhone(
                            2, new PhoneCall.Open("harbour", Samples.SESSION, MESSAGE, "https://localhost:9443")));
        }

        @Test
        void passwordIsForgottenAsSoonAsThePhoneHasSealedIt() {
            FlowState open = new FlowState.AtPhone(
                    Samples.journey(0, Stage.IDLE),
                    2,
                    new PhoneCall.Open("harbour", Samples.SESSION, MESSAGE, "https://localhost:8443"),
                    status(Stage.OPENING));
            FlowStep step = after(open, new FlowEvent.PhoneReplied(2, new PhoneReply.Forwarded(MESSAGE)));
            assertThat(step.effects()).contains(new FlowEffect.ForgetLogin());
        }

        @Test
        void paidIsSaidOnlyAfterTheProofWasCompared() {
            var outcome = new SessionOutcome(SlotResult.PAID, 10, MESSAGE, MESSAGE);
            FlowStep judging = after(atPhone(3), new FlowEvent.PhoneReplied(5, new PhoneReply.Ended(outcome)));
            assertThat(judging.state()).isInstanceOf(FlowState.Judging.class);
            FlowStep paid = after(
                    judging.state(),
                    new FlowEvent.ReceiptJudged(
                            6, new ReceiptDesk.Judgement.Agrees("HB-1", new ReceiptFile.OnPhoneOnly())));
            assertThat(outcome(paid)).isEqualTo(new Outcome.Paid("HB-1", new ReceiptFile.OnPhoneOnly()));
            FlowStep stop = after(
                    judging.state(),
                    new FlowEvent.ReceiptJudged(6, new ReceiptDesk.Judgement.Differs(Fault.ORDER_MISMATCH)));
            assertThat(outcome(stop)).isEqualTo(new Outcome.Failed(Fault.ORDER_MISMATCH, OptionalInt.empty()));
        }

        @Test
        void expiredOrderIsNeverSentToTheBank() {
            FlowStep step = after(
                    new FlowState.OrderShown(Samples.ORDER),
                    new FlowEvent.LoginSubmitted(Samples.HARBOUR, Samples.NOW.plusSeconds(301)));
            assertThat(outcome(step)).isEqualTo(new Outcome.Failed(Fault.ORDER_EXPIRED, OptionalInt.empty()));
            assertThat(step.effects()).noneMatch(FlowEffect.CallBank.class::isInstance);
        }

        @Test
        void answerToAnEarlierStepChangesNothing() {
            FlowState at = atPhone(3);
            assertThat(after(at, new FlowEvent.PhoneReplied(4, new PhoneReply.Forwarded(MESSAGE))))
                    .isEqualTo(FlowStep.of(at));
            assertThat(after(at, new FlowEvent.BankReplied(5, new BankReply.Answered(MESSAGE))))
                    .isEqualTo(FlowStep.of(at));
        }

        @Test
        void secondOrderDoesNotDisturbThePaymentUnderWay() {
            FlowState at = atPhone(3);
            assertThat(after(at, new FlowEvent.OrderOpened(Samples.order("ff".repeat(16)))))
                    .isEqualTo(FlowStep.of(at));
        }
    }

    @Nested
    @DisplayName("unplugged, and the bank out of reach")
    class Interrupted {

        @Test
        void samePhoneCallIsMadeAgainAfterARePlug() {
            FlowStep away = after(atPhone(3), new FlowEvent.PhoneReplied(5, new PhoneReply.Gone(Fault.PHONE_LOST)));
            assertThat(away.state())
                    .isEqualTo(new FlowState.PhoneAway(
                            Samples.journey(3, Stage.CONFIRM_PAYMENT), 6, Samples.relay(), Fault.PHONE_LOST));
            assertThat(away.effects()).containsExactly(new FlowEffect.AwaitPhone(6));
            FlowStep back = after(away.state(), new FlowEvent.PhoneBack(6));
            assertThat(back.effects()).contains(new FlowEffect.CallPhone(7, Samples.relay()));
        }

        @Test
        void sameBytesGoToTheBankAgainOnRetry() {
            FlowState at = new FlowState.AtBank(Samples.journey(3, Stage.FINISHING), 7, Samples.deliver());
            FlowStep away = after(at, new FlowEvent.BankReplied(7, new BankReply.Unreachable(Fault.BANK_UNREACHABLE)));
            assertThat(away.state()).isInstanceOf(FlowState.BankAway.class);
            FlowStep again = after(away.state(), new FlowEvent.Retry());
            assertThat(again.effects()).contains(new FlowEffect.CallBank(8, Samples.HARBOUR, Samples.deliver()));
        }
    }

    @Nested
    @DisplayName("refusals")
    class Refusals {

        @Test
        void wrongPasswordEndsAndReleasesThePhone() {
            FlowState at = new FlowState.AtBank(Samples.journey(1, Stage.OPENING), 3, Samples.deliver());
            FlowStep step = after(
                    at, new FlowEvent.BankReplied(3, new BankReply.Refused(Fault.WRONG_PASSWORD, OptionalInt.empty())));
            assertThat(outcome(step)).isEqualTo(new Outcome.Failed(Fault.WRONG_PASSWORD, OptionalInt.empty()));
            assertThat(step.effects())
                    .contains(
                            new FlowEffect.ErasePending(), new FlowEffect.ForgetLogin(), new FlowEffect.CancelPhone());
            assertThat(after(step.state(), new FlowEvent.Retry()).state())
                    .isEqualTo(new FlowState.OrderShown(Samples.ORDER));
        }

        @Test
        void endAfterAPossibleConsentIsToldOnlyOnceTheBankWasAsked() {
            FlowStep step = after(
                    atPhone(3),
                    new FlowEvent.PhoneReplied(5, new PhoneReply.Refused(Fault.PHONE_TIMED_OUT, OptionalInt.empty())));
            assertThat(step.state()).isInstanceOf(FlowState.Checking.class);
            assertThat(step.effects()).containsExactly(new FlowEffect.CallBank(6, Samples.HARBOUR, status()));
            assertThat(outcome(after(
                            step.state(), new FlowEvent.BankReplied(6, new BankReply.Told(OrderStatus.PAID, "HB-7")))))
                    .isEqualTo(new Outcome.Paid("HB-7", new ReceiptFile.Due()));
            assertThat(outcome(after(
                            step.state(), new FlowEvent.BankReplied(6, new BankReply.Told(OrderStatus.OPEN, "")))))
                    .isEqualTo(new Outcome.Failed(Fault.PHONE_TIMED_OUT, OptionalInt.empty()));
        }

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"ORDER_CLOSED", "ORDER_EXPIRED"})
        void orderThatIsOverIsToldAsTheBankKnowsIt(Fault fault) {
            FlowState at = new FlowState.AtBank(Samples.journey(0, Stage.IDLE), 1, new BankCall.Begin(MESSAGE));
            FlowStep step = after(at, new FlowEvent.BankReplied(1, new BankReply.Refused(fault, OptionalInt.empty())));
            assertThat(step.effects()).contains(new FlowEffect.CallBank(2, Samples.HARBOUR, status()));
            var elsewhere = new BankReply.Told(OrderStatus.PAID, "jade", "JB-1", Fault.PAYMENT_FAILED);
            assertThat(outcome(answered(step, elsewhere)))
                    .as("the bank that paid is named")
                    .isEqualTo(new Outcome.Paid("jade", "JB-1", new ReceiptFile.Due()));
            assertThat(outcome(answered(step, new BankReply.Told(OrderStatus.PAID, "HB-7"))))
                    .isInstanceOfSatisfying(
                            Outcome.Paid.class,
                            paid -> assertThat(paid.receiptNumber()).isEqualTo("HB-7"));
            assertThat(outcome(answered(step, new BankReply.Told(OrderStatus.DECLINED, ""))))
                    .isEqualTo(new Outcome.Declined());
            assertThat(outcome(
                            answered(step, new BankReply.Told(OrderStatus.FAILED, "", "", Fault.INSUFFICIENT_FUNDS))))
                    .isEqualTo(new Outcome.Failed(Fault.INSUFFICIENT_FUNDS, OptionalInt.empty()));
            assertThat(outcome(answered(step, new BankReply.Told(OrderStatus.OPEN, ""))))
                    .isEqualTo(new Outcome.Failed(fault, OptionalInt.empty()));
        }

        private FlowStep answered(FlowStep asked, BankReply reply) {
            return after(asked.state(), new FlowEvent.BankReplied(2, reply));
        }

        @Test
        void givingUpAfterAWrongKeyIsToldAsTheWrongKey() {
            FlowState at = Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9));
            FlowStep step = after(
                    at, new FlowEvent.PhoneReplied(5, new PhoneReply.Refused(Fault.CANCELLED, OptionalInt.empty())));
            assertThat(outcome(step)).isEqualTo(new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(9)));
        }

        @ParameterizedTest
        @EnumSource(SlotResult.class)
        void everyResultOfThePhoneEndsTheSession(SlotResult result) {
            FlowStep step = after(
                    atPhone(2),
                    new FlowEvent.PhoneReplied(
                            5, new PhoneReply.Ended(new SessionOutcome(result, 9, MESSAGE, MESSAGE))));
            assertThat(step.state()).isInstanceOfAny(FlowState.Finished.class, FlowState.Judging.class);
        }
    }

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

    private static FlowStep after(FlowState state, FlowEvent event) {
        return PaymentProcess.next(state, event);
    }

    private static Outcome outcome(FlowStep step) {
        assertThat(step.state()).isInstanceOf(FlowState.Finished.class);
        return ((FlowState.Finished) step.state()).outcome();
    }

    private static FlowEvent login() {
        return new FlowEvent.LoginSubmitted(Samples.HARBOUR, Samples.NOW);
    }

    private static FlowEvent bank(FlowStep step, BankReply reply) {
        return new FlowEvent.BankReplied(((FlowState.UnderWay) step.state()).step(), reply);
    }

    private static FlowEvent phone(FlowStep step, PhoneReply reply) {
        return new FlowEvent.PhoneReplied(((FlowState.UnderWay) step.state()).step(), reply);
    }

    private static FlowState atPhone(int delivered) {
        return new FlowState.AtPhone(
                Samples.journey(delivered, Stage.CONFIRM_PAYMENT), 5, Samples.relay(), status(Stage.CONFIRM_PAYMENT));
    }

    private static PhoneStatus status(Stage stage) {
        return new PhoneStatus(WaitReason.WAIT_USER, stage, 60, OptionalInt.empty());
    }

    private static BankCall status() {
        return new BankCall.AskStatus(Samples.ORDER.order().orderId());
    }

    @Test
    void randomWalksMakeOneCallAtATimeAndNeverSayCancelledUnchecked() {
        var random = new Random(20260305);
        for (int walk = 0; walk < 500; walk++) {
            FlowState state = new FlowState.OrderShown(Samples.ORDER);
            for (int i = 0; i < 60; i++) {
                FlowStep step = PaymentProcess.next(state, randomEvent(random, state));
                assertThat(step.effects().stream()
                                .filter(e -> e instanceof FlowEffect.CallBank || e instanceof FlowEffect.CallPhone)
                                .count())
                        .isLessThanOrEqualTo(1);
                if (step.state() instanceof FlowState.Finished(Journey journey, Outcome.Cancelled ignored)
                        && journey.mayBePaid()) {
                    assertThat(state).isInstanceOf(FlowState.Checking.class);
                }
                state = step.state();
            }
        }
    }

    private static FlowEvent randomEvent(Random random, FlowState state) {
        int step = state instanceof FlowState.UnderWay way ? way.step() - random.nextInt(2) : 1;
        List<FlowEvent> events = List.of(
                login(),
                new FlowEvent.OrderOpened(Samples.ORDER),
                new FlowEvent.BankReplied(step, new BankReply.Offered(Samples.SESSION, MESSAGE)),
                new FlowEvent.BankReplied(step, new BankReply.Answered(MESSAGE)),
                new FlowEvent.BankReplied(step, new BankReply.Told(OrderStatus.OPEN, "")),
                new FlowEvent.BankReplied(step, new BankReply.Unreachable(Fault.BANK_UNREACHABLE)),
                new FlowEvent.BankReplied(step, new BankReply.Refused(Fault.SESSION_EXPIRED, OptionalInt.empty())),
                new FlowEvent.PhoneReplied(step, new PhoneReply.Forwarded(MESSAGE)),
                new FlowEvent.PhoneReplied(step, new PhoneReply.Forwarded(MESSAGE)),
                new FlowEvent.PhoneReplied(step, new PhoneReply.Gone(Fault.PHONE_LOST)),
                new FlowEvent.PhoneReported(step, status(Stage.CONFIRM_PAYMENT)),
                new FlowEvent.PhoneBack(step),
                new FlowEvent.Retry(),
                new FlowEvent.Cancel(),
                new FlowEvent.Dismiss());
        return events.get(random.nextInt(events.size()));
    }
}
