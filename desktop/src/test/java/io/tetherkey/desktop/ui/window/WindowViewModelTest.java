package io.tetherkey.desktop.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.AfterCheck;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.ReceiptFile;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Looks;
import io.tetherkey.desktop.ui.MovingClock;
import io.tetherkey.desktop.ui.RecordingControl;
import io.tetherkey.desktop.ui.RecordingLogins;
import io.tetherkey.desktop.ui.RecordingSlots;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.bankboard.BankRow;
import io.tetherkey.desktop.ui.enrolment.SlotAction;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.desktop.ui.payment.BankChoice;
import io.tetherkey.desktop.ui.settings.SettingsViewModel;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class WindowViewModelTest {

    private final RecordingControl control = new RecordingControl();
    private final RecordingSlots slots = new RecordingSlots();
    private final List<String> links = new ArrayList<>();
    private final DirectRunner runner = new DirectRunner();
    private final MovingClock clock = new MovingClock();
    private final RecordingLogins logins = new RecordingLogins();
    private final WindowViewModel window = new WindowViewModel(
            new SettingsViewModel(new Texts(Language.ENGLISH), Looks.first(Language.ENGLISH)),
            new WindowViewModel.Trust.Listed(Samples.BANKS, true),
            new WindowViewModel.Controls(control, slots, logins),
            links::add,
            runner,
            clock);

    @Test
    void boardShowsWhatThePhoneHolds() {
        window.show(Samples.READY);
        assertThat(window.board().rows())
                .extracting(BankRow::name)
                .containsExactly("Harbour Bank", "Jade Bank", "Summit Bank");
        assertThat(window.board().rows()).extracting(BankRow::attempts).first().isEqualTo("10 of 10 tries left");
        assertThat(window.board().rows().get(2).enabled()).isEqualTo("Not enabled");
        window.languageProperty().set(Language.CHINESE);
        assertThat(window.board().rows()).extracting(BankRow::name).containsExactly("港湾银行", "翡翠银行", "峰顶银行");
    }

    @Test
    void phoneThatIsPulledForAMomentChangesNothingButItsCard() {
        window.show(Samples.READY);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        window.payment().chosenBankProperty().set("harbour");
        var rows = List.copyOf(window.board().rows());
        List<Object> changes = new ArrayList<>();
        window.board().rows().addListener((ListChangeListener<Object>) changes::add);
        window.payment().choices().addListener((ListChangeListener<Object>) changes::add);
        window.payment().phoneMissingProperty().addListener((property, before, now) -> changes.add(now));
        window.show(Samples.RECONNECTING);

        assertThat(window.phoneCard().detailProperty().get()).isEqualTo("Reconnecting…");
        window.show(Samples.READY);
        assertThat(changes).isEmpty();
        assertThat(window.board().rows()).isEqualTo(rows);
        assertThat(window.payment().chosen()).isPresent();
    }

    @Test
    void unpluggedPhoneEmptiesTheBoardWithAReason() {
        window.show(Samples.READY);
        window.show(new PhoneState.Absent());
        assertThat(window.board().rows()).isEmpty();
        assertThat(window.board().emptyTextProperty().get()).contains("as soon as the phone is connected");
        assertThat(window.phoneCard().titleProperty().get()).isEqualTo("No phone");
    }

    @Test
    void onlyBanksThatPhoneAndShopShareCanBeChosen() {
        window.show(Samples.READY);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(window.payment().choices())
                .extracting(BankChoice::bankId, BankChoice::usable, BankChoice::reason)
                .containsExactly(
                        tuple("harbour", true, "Enabled on your phone"),
                        tuple("jade", false, "Not accepted by this shop"),
                        tuple("summit", false, "Not enabled on this phone"));
        window.payment().chosenBankProperty().set("jade");
        assertThat(window.payment().chosen()).isEmpty();
    }

    @Test
    void amountAndPayeeComeFromTheVerifiedOrder() {
        window.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(window.payment().payeeProperty().get()).isEqualTo("Lotus Tea House 荷塘茶舍");
        assertThat(window.payment().amountProperty().get()).isEqualTo("128.00");
        assertThat(window.payment().currencyProperty().get()).isEqualTo("CNY");
    }

    @Test
    void loginIsSentOnceCompleteAndItsPasswordForgotten() {
        window.show(Samples.READY);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        window.login().submit();
        assertThat(control.done).isEmpty();
        window.login().userNameProperty().set(" alice ");
        assertThat(window.login().completeProperty().get()).isFalse();
        window.login().passwordProperty().set("harbour-demo");
        assertThat(window.login().completeProperty().get()).isTrue();
        window.login().submit();
        assertThat(control.done).containsExactly("submit harbour alice harbour-demo");
        assertThat(window.login().passwordProperty().get()).isEmpty();
    }

    @Test
    void overlongPasswordCannotBeSent() {
        window.show(Samples.READY);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        window.login().userNameProperty().set("alice");
        window.login().passwordProperty().set("密".repeat(43));
        assertThat(window.login().completeProperty().get()).isFalse();
        window.login().passwordProperty().set("密".repeat(42));
        assertThat(window.login().completeProperty().get()).isTrue();
    }

    @Test
    void screensFollowThePayment() {
        assertThat(window.screenProperty().get()).isEqualTo(Screen.REST);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(window.screenProperty().get()).isEqualTo(Screen.ORDER);
        window.show(Samples.bankAway());
        assertThat(window.screenProperty().get()).isEqualTo(Screen.UNDER_WAY);
        assertThat(window.payment().bankAwayProperty().get()).isTrue();
        window.show(Samples.finished(new Outcome.Declined()));
        assertThat(window.screenProperty().get()).isEqualTo(Screen.RESULT);
        window.show(Samples.finished(new Outcome.Cancelled()));
        assertThat(window.screenProperty().get()).isEqualTo(Screen.REST);
        assertThat(window.noticeProperty().get()).contains(Fault.CANCELLED);
    }

    @Test
    void resultTellsCodeSentenceRemedyAndTriesLeft() {
        window.show(Samples.finished(new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(9))));
        FaultWords told = window.result().ending().faultProperty().get().orElseThrow();
        assertThat(told)
                .isEqualTo(new FaultWords(
                        "Wrong payment key",
                        "The bank did not accept the payment key.",
                        "Try again with the right payment key.",
                        "",
                        "One try was counted. 9 of 10 tries left.",
                        "TK-403"));
        assertThat(window.result().canRetryProperty().get()).isTrue();
    }

    @Test
    void paidTellsTheReceipt() {
        window.show(Samples.finished(new Outcome.Paid("HB-1", new ReceiptFile.Kept(Path.of("/r/1.tkreceipt")))));
        assertThat(window.result().ending().titleProperty().get()).isEqualTo("Paid");
        assertThat(window.result().receiptNumberProperty().get()).isEqualTo("HB-1");
        assertThat(window.result().receiptFileProperty().get()).isEqualTo("Checked, and kept on this computer");
        assertThat(window.result().canRetryProperty().get()).isFalse();
        assertThat(window.result().ending().faultProperty().get()).isEmpty();
    }

    @Test
    void orderThatAnotherBankHasPaidNamesThatBank() {
        window.show(Samples.finished(new Outcome.Paid("jade", "JB-1", new ReceiptFile.Due())));
        assertThat(window.result().ending().sentenceProperty().get())
                .isEqualTo("Jade Bank has paid this order already. Your phone keeps the record.");
        assertThat(window.result().receiptNumberProperty().get()).isEqualTo("JB-1");
    }

    @Test
    void pastedLinkIsHandedOnOnceAndTheFieldCleared() {
        window.pastedLinkProperty().set("tetherkey://pay?order=AQID");
        window.openPastedLink();
        window.openPastedLink();
        assertThat(links).containsExactly("tetherkey://pay?order=AQID");
        assertThat(window.pastedLinkProperty().get()).isEmpty();
    }

    @Test
    void actionOfTheBoardTurnsToTheBanksAndChoosesOne() {
        window.show(Samples.READY);
        var voided = window.board().rows().get(2);
        assertThat(voided.actions()).containsExactly(SlotAction.SET_UP_AGAIN, SlotAction.REMOVE);
        window.board().act(voided, SlotAction.SET_UP_AGAIN);
        assertThat(window.pageProperty().get()).isEqualTo(Page.BANKS);
        assertThat(window.enrolment().chosenBankProperty().get()).isEqualTo("summit");
        window.board().act(voided, SlotAction.REMOVE);
        assertThat(slots.calls).containsExactly("Remove summit ");
    }

    @Test
    void missingDirectoryHasItsOwnScreen() {
        var bare = new WindowViewModel(
                new SettingsViewModel(new Texts(Language.ENGLISH), Looks.first(Language.ENGLISH)),
                new WindowViewModel.Trust.None(Fault.DIRECTORY_INVALID),
                new WindowViewModel.Controls(control, slots, logins),
                links::add,
                new DirectRunner(),
                Samples.CLOCK);
        assertThat(bare.screenProperty().get()).isEqualTo(Screen.NO_DIRECTORY);
    }

    @Test
    void paymentThatBeginsOrEndsTurnsToItsPage() {
        window.pageProperty().set(Page.SETTINGS);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(window.pageProperty().get()).isEqualTo(Page.PAY);
        window.pageProperty().set(Page.SETTINGS);
        window.show(Samples.finished(new Outcome.Declined()));
        assertThat(window.pageProperty().get()).isEqualTo(Page.PAY);
    }

    @Test
    void phoneThatReportsDoesNotTakeThePageAway() {
        window.pageProperty().set(Page.SETTINGS);
        window.show(Samples.READY);
        assertThat(window.pageProperty().get()).isEqualTo(Page.SETTINGS);
    }

    @Test
    void changesAreAnnounced() {
        window.show(new PhoneState.Locked("TetherKey"));
        assertThat(announced()).contains("Phone locked");
        System.gc(); // what is announced must not hang on bindings that nobody holds
        window.show(Samples.READY);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        window.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        assertThat(announced()).contains("Compare payee and amount");
        window.show(Samples.finished(new Outcome.Declined()));
        assertThat(announced()).startsWith("Declined");
        window.tell(Fault.LINK_REFUSED);
        assertThat(announced()).contains(Fault.LINK_REFUSED.remedy(java.util.Locale.ENGLISH));
    }

    @Test
    void endIsAnnouncedOnceAndNotAgainWhenItIsClosed() {
        window.show(Samples.READY);
        window.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        List<String> told = new ArrayList<>();
        window.announcement().textProperty().addListener((property, before, now) -> told.add(now));
        window.show(Samples.finished(new Outcome.Declined()));
        assertThat(told.stream().filter(one -> one.startsWith("Declined"))).hasSize(1);
        window.show(new FlowState.AtRest());
        assertThat(told.stream().filter(one -> one.startsWith("Declined"))).hasSize(1);
        assertThat(told).noneMatch(Fault.DECLINED_ON_PHONE.remedy(java.util.Locale.ENGLISH)::equals);
    }

    private String announced() {
        return window.announcement().textProperty().get();
    }

    @Test
    void resultStaysWhileTheBankIsAskedAgainBehindIt() {
        window.show(Samples.finished(new Outcome.Unknown(Fault.BANK_UNREACHABLE)));
        window.show(new FlowState.Checking(
                Samples.journey(3, Stage.CONFIRM_PAYMENT),
                1,
                new AfterCheck.Conclude(new Outcome.Unknown(Fault.BANK_UNREACHABLE))));
        assertThat(window.screenProperty().get()).isEqualTo(Screen.RESULT);
        assertThat(window.result().ending().titleProperty().get()).isEqualTo("Payment not confirmed yet");
        assertThat(window.result().ending().firstProperty().get()).isEqualTo("Do not pay again.");
        FaultWords told = window.result().ending().faultProperty().get().orElseThrow();
        assertThat(told.cause()).isEqualTo("Asking Harbour Bank whether this order is paid…");
        assertThat(told.remedy()).startsWith("The bank may already have your approval.");
        assertThat(told.code()).isEmpty();
        assertThat(window.result().canRetryProperty().get()).isFalse();
    }

    @Test
    void offerCountsDownAndItsEndClosesTheForm() {
        window.show(Samples.READY);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        window.login().userNameProperty().set("alice");
        window.login().passwordProperty().set("harbour-demo");
        assertThat(window.payment().expiresProperty().get()).endsWith(", 5:00 left");
        assertThat(window.login().completeProperty().get()).isTrue();
        clock.pass(Duration.ofSeconds(299));
        runner.pass();
        assertThat(window.payment().expiresProperty().get()).endsWith(", 0:01 left");
        clock.pass(Duration.ofSeconds(1));
        runner.pass();
        assertThat(window.payment().expiresProperty().get()).startsWith("This offer ended at");
        assertThat(window.login().completeProperty().get()).isFalse();
        window.login().submit();
        assertThat(control.done).isEmpty();
    }

    @Test
    void wrappingOfAPastedLinkIsDropped() {
        window.pastedLinkProperty().set(" “tetherkey://pay?order=AQID” ");
        window.openPastedLink();
        assertThat(links).containsExactly("tetherkey://pay?order=AQID");
    }

    @Test
    void orderWaitsWhileABankIsSetUpAndThenGoesOn() {
        window.show(Samples.NO_BANK);
        window.show(new FlowState.OrderShown(Samples.ORDER));
        window.guide().act();
        assertThat(window.pageProperty().get()).isEqualTo(Page.BANKS);
        window.show(Samples.slotAtPhone(Stage.ENTER_ACTIVATION_CODE));
        assertThat(window.enrolment().progress().stepProperty().get()).isEqualTo(2);
        window.show(Samples.slotEnded(new EnrolmentState.Result.Done()));
        assertThat(window.pageProperty().get()).isEqualTo(Page.BANKS);
        window.show(new EnrolmentState.AtRest(6));
        assertThat(window.pageProperty().get()).isEqualTo(Page.PAY);
        assertThat(window.screenProperty().get()).isEqualTo(Screen.ORDER);
    }

    @Test
    void openQuestionIsPutAsideAndComesBackWithItsAnswer() {
        window.show(Samples.finished(new Outcome.Unknown(Fault.BANK_UNREACHABLE)));
        window.result().dismiss();
        assertThat(control.done).isEmpty();
        assertThat(window.screenProperty().get()).isEqualTo(Screen.REST);
        assertThat(window.result().setAsideProperty().get()).isTrue();
        window.pageProperty().set(Page.HISTORY);
        window.show(new FlowState.Checking(
                Samples.journey(3, Stage.CONFIRM_PAYMENT),
                1,
                new AfterCheck.Conclude(new Outcome.Unknown(Fault.BANK_UNREACHABLE))));
        assertThat(window.pageProperty().get()).isEqualTo(Page.HISTORY);
        window.show(Samples.finished(new Outcome.Paid("HB-1", new ReceiptFile.OnPhoneOnly())));
        assertThat(window.screenProperty().get()).isEqualTo(Screen.RESULT);
        assertThat(window.pageProperty().get()).isEqualTo(Page.PAY);
        assertThat(window.result().setAsideProperty().get()).isFalse();
    }

    @Test
    void voidBankIsOfferedToBeSetUpAgain() {
        window.show(Samples.READY);
        window.show(Samples.finished(new Outcome.Voided()));
        assertThat(window.result().spentProperty().get()).isTrue();
        window.result().setUpAgain();
        assertThat(control.done).containsExactly("dismiss");
        assertThat(window.pageProperty().get()).isEqualTo(Page.BANKS);
        assertThat(window.enrolment().chosenBankProperty().get()).isEqualTo("harbour");
    }
}
