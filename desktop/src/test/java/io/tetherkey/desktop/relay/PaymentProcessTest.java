package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.OrderStatus;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentProcessTest extends PaymentProcessSteps {
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

    private static FlowEvent login() {
        return new FlowEvent.LoginSubmitted(Samples.HARBOUR, Samples.NOW);
    }

    private static FlowEvent phone(FlowStep step, PhoneReply reply) {
        return new FlowEvent.PhoneReplied(((FlowState.UnderWay) step.state()).step(), reply);
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
