package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.phone.SlotCall;
import io.tetherkey.desktop.phone.SlotReply;
import io.tetherkey.desktop.relay.EnrolmentState.Result;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of an enrolment between bank and phone. */
class EnrolmentProcessTest {

    private static final byte[] SESSION = {1, 2, 3};
    private static final byte[] OFFER = {4};
    private static final SlotChange SET_UP = new SlotChange.SetUp(Samples.HARBOUR);

    private EnrolmentState state = new EnrolmentState.AtRest(0);
    private List<EnrolmentEffect> effects = List.of();

    private void take(EnrolmentEvent event) {
        var next = EnrolmentProcess.next(state, event);
        state = next.state();
        effects = next.effects();
    }

    private void bank(BankReply reply) {
        take(new EnrolmentEvent.BankReplied(state.step(), reply));
    }

    private void phone(SlotReply reply) {
        take(new EnrolmentEvent.PhoneReplied(state.step(), reply));
    }

    private void begun(SlotChange change) {
        take(new EnrolmentEvent.Begun(change));
    }

    /** Up to the phone's question for the activation code. */
    private void asked() {
        begun(SET_UP);
        bank(new BankReply.Offered(SESSION, OFFER));
    }

    /** Up to the bank's answer to the request. */
    private void requested() {
        asked();
        phone(new PhoneReply.Forwarded(new byte[] {5}));
    }

    private Result result() {
        assertThat(state).isInstanceOf(EnrolmentState.Finished.class);
        return ((EnrolmentState.Finished) state).result();
    }

    private static Result failed(Fault fault) {
        return new Result.Failed(fault, OptionalInt.empty());
    }

    @Test
    void enrolmentGoesFromBankToPhoneAndBackTwice() {
        begun(SET_UP);
        assertThat(effects)
                .containsExactly(new EnrolmentEffect.CallBank(
                        1, Samples.HARBOUR, new BankCall.BeginEnrolment(EnrolmentPurpose.NEW)));
        bank(new BankReply.Offered(SESSION, OFFER));
        assertThat(effects).containsExactly(new EnrolmentEffect.CallPhone(2, new SlotCall.Begin("harbour", OFFER)));
        phone(new PhoneReply.Forwarded(new byte[] {5}));
        assertThat(effects)
                .containsExactly(new EnrolmentEffect.CallBank(
                        3, Samples.HARBOUR, new BankCall.DeliverEnrolment(SESSION, new byte[] {5})));
        bank(new BankReply.Answered(new byte[] {6}));
        assertThat(effects)
                .containsExactly(new EnrolmentEffect.CallPhone(4, new SlotCall.Relay(SESSION, new byte[] {6})));
        phone(new PhoneReply.Forwarded(new byte[] {7}));
        bank(new BankReply.Answered(new byte[] {8}));
        phone(new SlotReply.Done());
        assertThat(result()).isEqualTo(new Result.Done());
        take(new EnrolmentEvent.Dismiss());
        assertThat(state).isInstanceOf(EnrolmentState.AtRest.class);
    }

    @Test
    void renewalAsksTheBankForIts() {
        begun(new SlotChange.Renew(Samples.JADE));
        assertThat(effects)
                .containsExactly(new EnrolmentEffect.CallBank(
                        1, Samples.JADE, new BankCall.BeginEnrolment(EnrolmentPurpose.RENEWAL)));
    }

    @Test
    void removalAsksThePhoneAlone() {
        begun(new SlotChange.Remove(Samples.JADE, "jade-1"));
        assertThat(effects).containsExactly(new EnrolmentEffect.CallPhone(1, new SlotCall.Delete("jade-1")));
        phone(new SlotReply.Done());
        assertThat(result()).isEqualTo(new Result.Done());
    }

    @Test
    void wrongActivationCodeTellsTheTriesLeft() {
        requested();
        bank(new BankReply.Refused(Fault.ACTIVATION_CODE_WRONG, OptionalInt.of(3)));
        assertThat(result()).isEqualTo(new Result.Failed(Fault.ACTIVATION_CODE_WRONG, OptionalInt.of(3)));
    }

    @Test
    void tryingAgainIsANewSession() {
        requested();
        bank(new BankReply.Refused(Fault.ACTIVATION_CODE_WRONG, OptionalInt.of(3)));
        int before = state.step();
        take(new EnrolmentEvent.Retry());
        assertThat(effects)
                .containsExactly(new EnrolmentEffect.CallBank(
                        before + 1, Samples.HARBOUR, new BankCall.BeginEnrolment(EnrolmentPurpose.NEW)));
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINED_ON_PHONE, ENROLMENT_DECLINED",
        "PHONE_TIMED_OUT, ENROLMENT_TIMED_OUT",
        "CANCELLED, ENROLMENT_CANCELLED",
        "NOT_AVAILABLE, ENROLMENT_REFUSED",
        "SLOT_EXISTS, SLOT_EXISTS",
        "PHONE_BROKE_PROTOCOL, PHONE_BROKE_PROTOCOL"
    })
    void refusalOfThePhoneIsToldWithoutTalkOfAPayment(Fault fault, Fault told) {
        asked();
        phone(new PhoneReply.Refused(fault, OptionalInt.empty()));
        assertThat(result()).isEqualTo(failed(told));
    }

    @Test
    void pulledPhoneIsAskedTheSameOnceItIsBack() {
        asked();
        var call = ((EnrolmentState.AtPhone) state).call();
        phone(new PhoneReply.Gone(Fault.PHONE_LOST));
        assertThat(effects).containsExactly(new EnrolmentEffect.AwaitPhone(state.step()));
        take(new EnrolmentEvent.PhoneBack(state.step()));
        assertThat(effects).containsExactly(new EnrolmentEffect.CallPhone(state.step(), call));
        assertThat(state).isInstanceOf(EnrolmentState.AtPhone.class);
    }

    @Test
    void bankOutOfReachGetsTheSameBytesAgain() {
        requested();
        var call = ((EnrolmentState.AtBank) state).call();
        bank(new BankReply.Unreachable(Fault.BANK_UNREACHABLE));
        assertThat(state).isInstanceOf(EnrolmentState.BankAway.class);
        take(new EnrolmentEvent.Retry());
        assertThat(effects).containsExactly(new EnrolmentEffect.CallBank(state.step(), Samples.HARBOUR, call));
    }

    @Test
    void movedBankIsCalledAtItsNewAddress() {
        requested();
        bank(new BankReply.Unreachable(Fault.BANK_UNREACHABLE));
        take(new EnrolmentEvent.BankMoved(Samples.HARBOUR));
        take(new EnrolmentEvent.BankMoved(Samples.JADE));
        take(new EnrolmentEvent.Retry());
        assertThat(((EnrolmentState.AtBank) state).change()).isEqualTo(SET_UP);
    }

    @Test
    void cancelAsksThePhoneWhichHasTheLastWord() {
        asked();
        take(new EnrolmentEvent.Cancel());
        assertThat(effects).containsExactly(new EnrolmentEffect.CancelPhone());
        phone(new PhoneReply.Refused(Fault.CANCELLED, OptionalInt.empty()));
        assertThat(result()).isEqualTo(failed(Fault.ENROLMENT_CANCELLED));
    }

    @Test
    void cancelThatCameTooLateGoesOn() {
        asked();
        take(new EnrolmentEvent.Cancel());
        phone(new PhoneReply.Forwarded(new byte[] {5}));
        assertThat(state).isInstanceOf(EnrolmentState.AtBank.class);
    }

    @Test
    void lateAnswerOfACancelledRunIsIgnored() {
        begun(SET_UP);
        int first = state.step();
        take(new EnrolmentEvent.Cancel());
        begun(SET_UP);
        take(new EnrolmentEvent.BankReplied(first, new BankReply.Offered(SESSION, OFFER)));
        assertThat(state).isInstanceOf(EnrolmentState.AtBank.class);
    }

    @Test
    void secondBeginningWhileOneIsUnderWayDoesNothing() {
        asked();
        var before = state;
        begun(new SlotChange.Renew(Samples.JADE));
        assertThat(state).isEqualTo(before);
        assertThat(effects).isEmpty();
    }

    @Test
    void reportOfThePhoneIsShown() {
        asked();
        var status = new PhoneStatus(WaitReason.WAIT_USER, Stage.ENTER_ACTIVATION_CODE, 90, OptionalInt.empty());
        take(new EnrolmentEvent.PhoneReported(state.step(), status));
        assertThat(((EnrolmentState.AtPhone) state).status()).isEqualTo(status);
    }
}
