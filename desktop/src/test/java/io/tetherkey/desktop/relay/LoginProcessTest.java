package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.relay.LoginState.Result;
import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Events in, states and effects out. */
class LoginProcessTest {

    private static final byte[] OFFER = {1, 2, 3};
    private static final byte[] MESSAGE = {4, 5};
    private static final PhoneStatus ASKS =
            new PhoneStatus(WaitReason.WAIT_USER, Stage.ENTER_PAYMENT_KEY, 90, OptionalInt.of(10));

    private LoginState state = new LoginState.AtRest(0);

    private List<LoginEffect> on(LoginEvent event) {
        LoginStep step = LoginProcess.next(state, event);
        state = step.state();
        return step.effects();
    }

    private List<LoginEffect> bank(BankReply reply) {
        return on(new LoginEvent.BankReplied(state.step(), reply, Samples.NOW));
    }

    private List<LoginEffect> phone(PhoneReply reply) {
        return on(new LoginEvent.PhoneReplied(state.step(), reply));
    }

    private void untilForm() {
        on(new LoginEvent.Opened(LoginSamples.TICKET));
        on(new LoginEvent.Continued());
        bank(new BankReply.Offered(Samples.SESSION, OFFER));
    }

    private void untilChallenge() {
        untilForm();
        on(new LoginEvent.Submitted());
        phone(new PhoneReply.Forwarded(MESSAGE));
        bank(new BankReply.Answered(MESSAGE));
    }

    private static PhoneReply ended(SlotResult result, int left) {
        return new PhoneReply.Ended(new SessionOutcome(result, left, new byte[0], new byte[0]));
    }

    private void requireFailed(Fault fault) {
        assertThat(state)
                .isInstanceOfSatisfying(
                        LoginState.Finished.class,
                        over -> assertThat(over.result()).isEqualTo(new Result.Failed(fault, OptionalInt.empty())));
    }

    @Test
    void linkAloneCallsNobody() {
        assertThat(on(new LoginEvent.Opened(LoginSamples.TICKET))).isEmpty();
        assertThat(state).isEqualTo(new LoginState.Asked(LoginSamples.TICKET, 0));
    }

    @Test
    void bankIsCalledWhenTheUserSaysSoAndThePhoneAfterTheForm() {
        on(new LoginEvent.Opened(LoginSamples.TICKET));
        assertThat(on(new LoginEvent.Continued()))
                .containsExactly(new LoginEffect.CallBank(1, Samples.HARBOUR, new BankCall.BeginLogin(new byte[16])));
        assertThat(bank(new BankReply.Offered(Samples.SESSION, OFFER))).isEmpty();
        assertThat(state)
                .isInstanceOfSatisfying(
                        LoginState.FormShown.class,
                        form -> assertThat(form.endsAt()).isEqualTo(Samples.NOW.plusSeconds(300)));
        var open = new PhoneCall.Open(
                "harbour", Samples.SESSION, OFFER, Samples.HARBOUR.api().toString());
        assertThat(on(new LoginEvent.Submitted())).containsExactly(new LoginEffect.CallPhone(2, open));
    }

    @Test
    void passwordIsForgottenAsSoonAsThePhoneHasIt() {
        untilForm();
        on(new LoginEvent.Submitted());
        assertThat(phone(new PhoneReply.Forwarded(MESSAGE))).contains(new LoginEffect.ForgetPassword());
    }

    @Test
    void allowedLoginFetchesTheCodeAndOpensTheBrowserWithIt() {
        untilChallenge();
        on(new LoginEvent.PhoneReported(state.step(), ASKS));
        phone(new PhoneReply.Forwarded(MESSAGE));
        bank(new BankReply.Answered(MESSAGE));

        assertThat(phone(ended(SlotResult.ALLOWED, 10)))
                .containsExactly(new LoginEffect.CallBank(
                        state.step(), Samples.HARBOUR, new BankCall.CompleteLogin(Samples.SESSION)));
        assertThat(bank(new BankReply.Completed("12345678")))
                .containsExactly(new LoginEffect.OpenBrowser(Samples.HARBOUR, "12345678"));
        assertThat(state)
                .isInstanceOfSatisfying(
                        LoginState.Finished.class,
                        over -> assertThat(over.result()).isEqualTo(new Result.LoggedIn("12345678")));
        on(new LoginEvent.Dismiss());
        assertThat(state).isInstanceOf(LoginState.AtRest.class);
    }

    @Test
    void browserIsOpenedAtTheDirectorysAddressWhateverPageAsked() {
        assertThat(LoginFlow.finishPage(Samples.HARBOUR, "12345678"))
                .isEqualTo(URI.create("https://localhost:8443/bank/harbour/finish?code=12345678"));
    }

    @Test
    void secondTicketChangesNothingWhileOneIsThere() {
        var other = new LoginTicket(Samples.JADE, new byte[16], Samples.NOW);
        on(new LoginEvent.Opened(LoginSamples.TICKET));
        on(new LoginEvent.Opened(other));
        assertThat(state).isEqualTo(new LoginState.Asked(LoginSamples.TICKET, 0));
        untilForm();
        LoginState before = state;
        on(new LoginEvent.Opened(other));
        assertThat(state).isEqualTo(before);
    }

    @Test
    void pulledPhoneIsAskedAgainWithTheSameBytes() {
        untilChallenge();
        assertThat(phone(new PhoneReply.Gone(Fault.PHONE_LOST)))
                .containsExactly(new LoginEffect.AwaitPhone(state.step()));
        assertThat(on(new LoginEvent.PhoneBack(state.step())))
                .containsExactly(
                        new LoginEffect.CallPhone(state.step(), new PhoneCall.Relay(Samples.SESSION, MESSAGE)));
    }

    @Test
    void bankThatIsAwayGetsTheSameBytesWhenTheUserSaysSo() {
        untilForm();
        on(new LoginEvent.Submitted());
        phone(new PhoneReply.Forwarded(MESSAGE));
        bank(new BankReply.Unreachable(Fault.BANK_UNREACHABLE));
        assertThat(state).isInstanceOf(LoginState.BankAway.class);
        assertThat(on(new LoginEvent.Retry()))
                .containsExactly(new LoginEffect.CallBank(
                        state.step(), Samples.HARBOUR, new BankCall.Deliver(Samples.SESSION, MESSAGE)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_PASSWORD", "LOGIN_LINK_VOID", "CERTIFICATE_VOID", "SESSION_EXPIRED"})
    void refusalOfTheBankEndsItWithItsCode(Fault fault) {
        untilForm();
        on(new LoginEvent.Submitted());
        phone(new PhoneReply.Forwarded(MESSAGE));
        bank(new BankReply.Refused(fault, OptionalInt.empty()));
        requireFailed(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE_TIMED_OUT, LOGIN_TIMED_OUT",
        "NOT_AVAILABLE, NOT_AVAILABLE",
        // a phone that is older than logins
        "PHONE_BROKE_PROTOCOL, PHONE_INCOMPATIBLE"
    })
    void refusalOfThePhoneIsToldInWordsOfALogin(Fault said, Fault told) {
        untilChallenge();
        phone(new PhoneReply.Refused(said, OptionalInt.empty()));
        requireFailed(told);
    }

    @Test
    void tenthWrongKeyIsToldAsVoid() {
        untilChallenge();
        phone(ended(SlotResult.VOID, 0));
        requireFailed(Fault.PAYMENT_KEY_VOIDED);
    }

    @ParameterizedTest
    @EnumSource(
            value = SlotResult.class,
            names = {"PAID", "DECLINED", "PAYMENT_FAILED", "NONE"})
    void endOfAPaymentIsNoEndOfALogin(SlotResult result) {
        untilChallenge();
        phone(ended(result, 10));
        requireFailed(Fault.PHONE_BROKE_PROTOCOL);
    }

    @Test
    void cancelWhileThePhoneAsksWaitsForThePhonesWord() {
        untilChallenge();
        assertThat(on(new LoginEvent.Cancel())).contains(new LoginEffect.CancelPhone());
        assertThat(state).isInstanceOf(LoginState.Cancelling.class);
        phone(new PhoneReply.Refused(Fault.CANCELLED, OptionalInt.empty()));
        assertThat(((LoginState.Finished) state).result()).isEqualTo(new Result.Cancelled());
    }

    @Test
    void cancelThatCameTooLateGoesOn() {
        untilChallenge();
        on(new LoginEvent.Cancel());
        phone(new PhoneReply.Forwarded(MESSAGE));
        assertThat(state).isInstanceOf(LoginState.AtBank.class);
    }

    @Test
    void cancelAnywhereElseEndsAtOnceAndForgetsThePassword() {
        on(new LoginEvent.Opened(LoginSamples.TICKET));
        assertThat(on(new LoginEvent.Cancel())).contains(new LoginEffect.ForgetPassword());
        assertThat(((LoginState.Finished) state).result()).isEqualTo(new Result.Cancelled());
        untilForm();
        on(new LoginEvent.Cancel());
        assertThat(((LoginState.Finished) state).result()).isEqualTo(new Result.Cancelled());
    }

    @Test
    void lateAnswersAreIgnored() {
        untilChallenge();
        LoginState before = state;
        on(new LoginEvent.BankReplied(state.step() - 1, new BankReply.Answered(MESSAGE), Samples.NOW));
        on(new LoginEvent.PhoneReplied(state.step() - 1, new PhoneReply.Forwarded(MESSAGE)));
        on(new LoginEvent.PhoneBack(state.step()));
        on(new LoginEvent.Continued());
        on(new LoginEvent.Dismiss());
        assertThat(state).isEqualTo(before);
    }

    @Test
    void movedBankIsCalledAtItsNewAddress() {
        var moved = new BankEntry(
                "harbour",
                "Harbour Bank",
                "港湾银行",
                URI.create("https://localhost:9443"),
                new byte[1],
                new byte[1],
                1,
                "95500",
                "#0b6e99");
        untilForm();
        on(new LoginEvent.BankMoved(moved));
        assertThat(on(new LoginEvent.Submitted()))
                .containsExactly(new LoginEffect.CallPhone(
                        2, new PhoneCall.Open("harbour", Samples.SESSION, OFFER, "https://localhost:9443")));
    }

    @Test
    void secretsAreInNoText() {
        assertThat(new LoginEffect.OpenBrowser(Samples.HARBOUR, "12345678").toString())
                .doesNotContain("12345678");
        assertThat(new Result.LoggedIn("12345678").toString()).doesNotContain("12345678");
        assertThat(new BankReply.Completed("12345678").toString()).doesNotContain("12345678");
    }
}
