package io.tetherkey.desktop.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.AfterCheck;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.ReceiptFile;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LadderViewModelTest {

    private final DirectRunner runner = new DirectRunner();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final LadderViewModel ladder = new LadderViewModel(texts, runner);

    @BeforeEach
    void plugIn() {
        ladder.show(Samples.READY);
    }

    @Test
    void orderAsksForBankAndLogin() {
        ladder.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(marks()).isEqualTo("++w.....");
        assertThat(ladder.progress().nowProperty().get()).isEqualTo("Choose a bank and log in.");
    }

    @Test
    void callsToTheBankAreNamedByTheirStep() {
        ladder.show(new FlowState.AtBank(Samples.journey(0, Stage.IDLE), 1, new BankCall.Begin(new byte[1])));
        assertThat(marks()).isEqualTo("++o.....");
        ladder.show(new FlowState.AtBank(Samples.journey(1, Stage.OPENING), 3, Samples.deliver()));
        assertThat(marks()).isEqualTo("+++o....");
        assertThat(ladder.progress().nowProperty().get()).isEqualTo("Harbour Bank is checking phone and login…");
        ladder.show(new FlowState.AtBank(Samples.journey(2, Stage.ENTER_PAYMENT_KEY), 5, Samples.deliver()));
        assertThat(marks()).isEqualTo("+++++o..");
        ladder.show(new FlowState.AtBank(Samples.journey(3, Stage.CONFIRM_PAYMENT), 7, Samples.deliver()));
        assertThat(marks()).isEqualTo("++++++ao");
    }

    @Test
    void phoneSaysWhatTheUserMustDo() {
        ladder.show(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        assertThat(marks()).isEqualTo("+++++w..");
        assertThat(ladder.progress().nowProperty().get()).isEqualTo("Enter your payment key on the phone.");
        ladder.show(Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9)));
        assertThat(ladder.progress().nowProperty().get())
                .isEqualTo("Wrong payment key, 9 tries left.\nEnter it again on the phone.");
        ladder.show(Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(1)));
        assertThat(ladder.progress().nowProperty().get())
                .isEqualTo("Wrong payment key, 1 try left.\nEnter it again on the phone.");
        ladder.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.empty()));
        assertThat(marks()).isEqualTo("++++++w.");
    }

    @Test
    void pulledPhoneAndLostBankAreShownOnTheirOwnRungs() {
        ladder.show(Samples.phoneAway());
        ladder.show(Samples.RECONNECTING);
        assertThat(marks()).isEqualTo("o+++++..");
        assertThat(ladder.progress().nowProperty().get()).startsWith("The phone is disconnected.");
        ladder.show(new PhoneState.Absent());
        assertThat(marks()).isEqualTo("w+++++..");
        assertThat(ladder.progress().nowProperty().get()).isEqualTo("Plug your phone in.");
        assertThat(ladder.progress().leftProperty().get()).startsWith("Nothing has been paid yet.");
        ladder.show(new FlowState.PhoneAway(Samples.journey(3, Stage.FINISHING), 8, Samples.relay(), Fault.PHONE_LOST));
        assertThat(ladder.progress().leftProperty().get()).startsWith("Do not pay again.");
        ladder.show(Samples.bankAway());
        assertThat(marks()).isEqualTo("++o.....");
        assertThat(ladder.progress().faultProperty().get())
                .hasValueSatisfying(told -> assertThat(told.code()).isEqualTo("TK-601"));
        assertThat(ladder.progress().leftProperty().get()).isEqualTo("Nothing has been paid yet.");
        ladder.show(new FlowState.BankAway(
                Samples.journey(3, Stage.CONFIRM_PAYMENT),
                7,
                Samples.deliver(),
                new AfterCheck.Proceed(),
                Fault.BANK_UNREACHABLE));
        assertThat(ladder.progress().leftProperty().get()).isEqualTo("Do not pay again.");
        assertThat(ladder.progress().spokenProperty().getValue()).endsWith("TetherKey also tries again automatically.");
    }

    @Test
    void endsAreShownWhereTheyHappened() {
        ladder.show(Samples.finished(new Outcome.Paid("HB-1", new ReceiptFile.OnPhoneOnly())));
        assertThat(marks()).isEqualTo("++++++++");
        ladder.show(Samples.finished(new Outcome.Failed(Fault.WRONG_PASSWORD, OptionalInt.empty())));
        assertThat(marks()).isEqualTo("++++x...");
        ladder.show(Samples.finished(new Outcome.Declined()));
        assertThat(marks()).isEqualTo("++++++d.");
        ladder.show(Samples.finished(new Outcome.Voided()));
        assertThat(marks()).isEqualTo("+++++x..");
    }

    @Test
    void statusQuestionClaimsNoStepThatWasNotReached() {
        ladder.show(new FlowState.Checking(Samples.journey(0, Stage.IDLE), 2, new AfterCheck.StartAnew()));
        assertThat(marks()).isEqualTo("++.....o");
        ladder.show(new FlowState.Checking(Samples.journey(1, Stage.OPENING), 2, new AfterCheck.StartAnew()));
        assertThat(marks()).isEqualTo("+++....o");
        ladder.show(new FlowState.Checking(Samples.journey(3, Stage.CONFIRM_PAYMENT), 2, new AfterCheck.StartAnew()));
        assertThat(marks()).isEqualTo("++++++ao");
    }

    @Test
    void approvalIsSaidOnlyOfAPaidOrder() {
        ladder.show(new FlowState.AtBank(Samples.journey(3, Stage.CONFIRM_PAYMENT), 7, Samples.deliver()));
        assertThat(ladder.progress().rungs().get(6).stateText()).isEqualTo("answered");
        ladder.show(Samples.finished(new Outcome.Failed(Fault.INSUFFICIENT_FUNDS, OptionalInt.empty())));
        assertThat(marks()).isEqualTo("++++++ax");
        ladder.show(Samples.finished(new Outcome.Unknown(Fault.BANK_UNREACHABLE)));
        assertThat(marks()).isEqualTo("++++++ao");
        ladder.show(Samples.finished(new Outcome.Paid("HB-1", new ReceiptFile.OnPhoneOnly())));
        assertThat(ladder.progress().rungs().get(6).stateText()).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultEndsOnExactlyOneRung(Fault fault) {
        ladder.show(Samples.finished(new Outcome.Failed(fault, OptionalInt.empty())));
        assertThat(marks().chars().filter(mark -> mark == 'x').count()).isEqualTo(1);
    }

    @Test
    void stepThatTakesLongIsNamedAndForgottenOnTheNext() {
        ladder.show(new FlowState.AtBank(Samples.journey(1, Stage.OPENING), 3, Samples.deliver()));
        assertThat(ladder.progress().slowProperty().get()).isEmpty();
        runner.pass();
        assertThat(ladder.progress().slowProperty().get())
                .isEqualTo("“Certificate” takes longer than usual. You can wait or cancel.");
        ladder.show(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        assertThat(ladder.progress().slowProperty().get()).isEmpty();
    }

    @Test
    void stepThatHangsOffersTheDiagnosisOnce() {
        List<String> opened = new ArrayList<>();
        ladder.progress().onDiagnose(() -> opened.add("diagnosis"));
        ladder.show(new FlowState.AtBank(Samples.journey(1, Stage.OPENING), 3, Samples.deliver()));
        assertThat(ladder.progress().stuckProperty().get()).isFalse();
        runner.pass();
        assertThat(ladder.progress().stuckProperty().get()).isTrue();
        ladder.progress().diagnose();
        assertThat(opened).containsExactly("diagnosis");
        ladder.show(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        assertThat(ladder.progress().stuckProperty().get()).isFalse();
    }

    @Test
    void userWhoTakesTimeIsNotStuck() {
        ladder.show(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        runner.pass();
        assertThat(ladder.progress().stuckProperty().get()).isFalse();
        assertThat(ladder.progress().slowProperty().get()).isEmpty();
    }

    @Test
    void phoneThatIsNotSeenIsWorthAsking() {
        ladder.show(new PhoneState.Absent());
        ladder.show(Samples.phoneAway());
        runner.pass();
        assertThat(ladder.progress().stuckProperty().get()).isTrue();
    }

    @Test
    void timeThatThePhoneWaitsIsTold() {
        ladder.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        assertThat(ladder.progress().leftProperty().get()).isEqualTo("The phone waits 1:30 more.");
        ladder.show(new FlowState.AtBank(Samples.journey(3, Stage.CONFIRM_PAYMENT), 7, Samples.deliver()));
        assertThat(ladder.progress().leftProperty().get()).isEmpty();
    }

    @Test
    void languageIsSwitchedWhileRunning() {
        ladder.show(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        texts.languageProperty().set(Language.CHINESE);
        assertThat(ladder.progress().nowProperty().get()).isEqualTo("请在手机上输入支付密钥。");
        assertThat(ladder.progress().rungs().getFirst().label()).isEqualTo("手机");
    }

    /** One character a rung: + done, a answered, d declined, o working, w waiting for you, x failed, . not started. */
    private String marks() {
        return ladder.progress().rungs().stream()
                .map(rung -> switch (rung.state()) {
                    case DONE -> "+";
                    case WORKING -> "o";
                    case WAITING_FOR_YOU -> "w";
                    case ANSWERED -> "a";
                    case DECLINED -> "d";
                    case FAILED -> "x";
                    case NOT_STARTED -> ".";
                })
                .collect(Collectors.joining());
    }
}
