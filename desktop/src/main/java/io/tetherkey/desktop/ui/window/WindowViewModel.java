package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.EnrolmentControl;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginControl;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.PaymentControl;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.attention.AttentionViewModel;
import io.tetherkey.desktop.ui.bankboard.BankBoardViewModel;
import io.tetherkey.desktop.ui.computers.ComputersViewModel;
import io.tetherkey.desktop.ui.computers.ComputersViewModel.Watched;
import io.tetherkey.desktop.ui.diagnosis.DiagnosisViewModel;
import io.tetherkey.desktop.ui.enrolment.EnrolmentScreen;
import io.tetherkey.desktop.ui.enrolment.EnrolmentViewModel;
import io.tetherkey.desktop.ui.enrolment.SlotAction;
import io.tetherkey.desktop.ui.guide.Guide;
import io.tetherkey.desktop.ui.guide.GuideViewModel;
import io.tetherkey.desktop.ui.history.HistoryViewModel;
import io.tetherkey.desktop.ui.history.ReceiptMark;
import io.tetherkey.desktop.ui.ladder.LadderViewModel;
import io.tetherkey.desktop.ui.login.LoginViewModel;
import io.tetherkey.desktop.ui.payment.PaymentViewModel;
import io.tetherkey.desktop.ui.phonecard.PhoneCardViewModel;
import io.tetherkey.desktop.ui.phonelogin.LoginScreen;
import io.tetherkey.desktop.ui.phonelogin.PhoneLoginViewModel;
import io.tetherkey.desktop.ui.phones.PhonesViewModel;
import io.tetherkey.desktop.ui.result.ResultViewModel;
import io.tetherkey.desktop.ui.settings.SettingsViewModel;
import io.tetherkey.desktop.ui.support.SupportViewModel;
import io.tetherkey.desktop.ui.waiting.WaitingViewModel;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The window as a whole: which screen is shown, in which language and looks, and what was refused. */
public final class WindowViewModel {

    /** What the window stands on: the signed directory, or why there is none. */
    public sealed interface Trust {

        /** Whether all of it is a demonstration. */
        boolean demo();

        /** The directory holds. */
        record Listed(List<BankEntry> banks, boolean demo) implements Trust {}

        /** It is missing or not good. */
        record None(Fault why) implements Trust {
            @Override
            public boolean demo() {
                return false;
            }
        }
    }

    /** What the user can do to the flows behind the window. */
    public record Controls(PaymentControl payment, EnrolmentControl slots, LoginControl logins) {}

    private final Texts texts;
    private final Trust trust;
    private final LinkReceiver links;
    private final PhoneCardViewModel phoneCard;
    private final BankBoardViewModel board;
    private final PaymentViewModel payment;
    private final LoginViewModel login;
    private final LadderViewModel ladder;
    private final ResultViewModel result;
    private final HistoryViewModel history;
    private final SettingsViewModel settings;
    private final SupportViewModel support;
    private final EnrolmentViewModel enrolment;
    private final LeaveViewModel leaving = new LeaveViewModel();
    private final AttentionViewModel attention;
    private final WaitingViewModel waiting;
    private final GuideViewModel guide;
    private final ComputersViewModel computers;
    private final PhonesViewModel phones;
    private final PhoneLoginViewModel phoneLogin;
    private FlowState flow = new FlowState.AtRest();
    private final Announcement announcement = new Announcement();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.PAY);
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.REST);
    private final ObjectProperty<Optional<Fault>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty pastedLink = new SimpleStringProperty("");

    public WindowViewModel(
            SettingsViewModel settings,
            Trust trust,
            Controls controls,
            LinkReceiver links,
            TaskRunner runner,
            Clock clock) {
        this.settings = settings;
        this.texts = settings.texts();
        this.trust = trust;
        this.links = links;
        List<BankEntry> banks = trust instanceof Trust.Listed listed ? listed.banks() : List.of();
        this.phoneCard = new PhoneCardViewModel(texts);
        this.board = new BankBoardViewModel(texts, clock, banks);
        this.payment = new PaymentViewModel(texts, clock, runner, banks, controls.payment());
        this.login = new LoginViewModel(payment, controls.payment());
        this.ladder = new LadderViewModel(texts, runner);
        this.history = new HistoryViewModel(texts, banks, trust.demo() ? ReceiptMark.DEMO : ReceiptMark.NONE);
        this.result = new ResultViewModel(texts, banks, controls.payment());
        this.attention = new AttentionViewModel(texts);
        this.support = new SupportViewModel(texts, runner, clock.getZone());
        this.waiting = new WaitingViewModel(texts, clock, runner);
        this.guide = new GuideViewModel(texts, clock);
        this.computers = new ComputersViewModel(texts);
        this.phones = new PhonesViewModel(texts);
        guide.onAction(this::help);
        this.phoneLogin = new PhoneLoginViewModel(texts, clock, runner, controls.logins());
        page.addListener((property, before, now) -> {
            if (now == Page.DIAGNOSIS) {
                support.ladder().look();
            } else if (now == Page.SETTINGS) {
                settings.behaviour().look();
            }
            computers.watch(now == Page.SETTINGS ? Watched.SEEN : Watched.UNSEEN);
        });
        this.enrolment = new EnrolmentViewModel(texts, clock, runner, banks, controls.slots());
        board.onAction((bankId, action) -> {
            page.set(Page.BANKS);
            enrolment.act(bankId, action);
        });
        screen.set(screenOf(new FlowState.AtRest()));
        screen.addListener((property, before, now) -> {
            if (now != Screen.REST) {
                page.set(Page.PAY);
            }
        });
        result.setAsideProperty()
                .addListener((property, before, now) ->
                        screen.set(screenOf(payment.flowProperty().get())));
        result.onSetUpAgain(this::setUpAgain);
        phoneLogin.onSetUpAgain(this::setUpAgain);
        result.onShowReceipt(orderId -> {
            history.look(orderId);
            page.set(Page.HISTORY);
        });
        for (var progress : List.of(
                ladder.progress(), phoneLogin.progress(), enrolment.progress().underWay())) {
            progress.onDiagnose(() -> page.set(Page.DIAGNOSIS));
        }
        News.follow(this);
    }

    /** Leads to the page that helps on; a shop that takes one bank only has chosen it. */
    private void help(Guide step) {
        if (step == Guide.ASK_AGAIN) {
            diagnosis().again();
            return;
        }
        page.set(step == Guide.SET_UP_BANK ? Page.BANKS : Page.DIAGNOSIS);
        if (step == Guide.SET_UP_BANK && flow instanceof FlowState.OrderShown shown) {
            enrolment.suggest(shown.order().order()::accepts);
        }
    }

    private void setUpAgain(String bankId) {
        page.set(Page.BANKS);
        enrolment.act(bankId, SlotAction.SET_UP_AGAIN);
    }

    public Texts texts() {
        return texts;
    }

    public Trust trust() {
        return trust;
    }

    public PhoneCardViewModel phoneCard() {
        return phoneCard;
    }

    public BankBoardViewModel board() {
        return board;
    }

    public PaymentViewModel payment() {
        return payment;
    }

    public LoginViewModel login() {
        return login;
    }

    public LadderViewModel ladder() {
        return ladder;
    }

    public ResultViewModel result() {
        return result;
    }

    /** The ladder from the cable to the bank, looked at anew whenever its page is opened. */
    public DiagnosisViewModel diagnosis() {
        return support.ladder();
    }

    /** Tells {@code ask} the past payment of which the user wants to know how it ended. */
    public void onAskAgain(Consumer<HistoryEntry> ask) {
        history.onAskAgain(entry -> {
            notice.set(Optional.empty());
            result.bringBack();
            ask.accept(entry);
        });
    }

    /** The page of the diagnosis with its other parts. */
    public SupportViewModel support() {
        return support;
    }

    public HistoryViewModel history() {
        return history;
    }

    public SettingsViewModel settings() {
        return settings;
    }

    public EnrolmentViewModel enrolment() {
        return enrolment;
    }

    /** Who is called while the window is not looked at. */
    public AttentionViewModel attention() {
        return attention;
    }

    /** Whether the window may be closed. */
    public LeaveViewModel leaving() {
        return leaving;
    }

    /** The choice among several phones. */
    public PhonesViewModel phones() {
        return phones;
    }

    /** The computers that the phone trusts, asked for when the settings are opened. */
    public ComputersViewModel computers() {
        return computers;
    }

    /** What stands between the user and a payment. */
    public GuideViewModel guide() {
        return guide;
    }

    /** A login that a bank's page asked for. */
    public PhoneLoginViewModel phoneLogin() {
        return phoneLogin;
    }

    /** What opens once the flow in progress is over. */
    public WaitingViewModel waiting() {
        return waiting;
    }

    /** What changed last, for who listens instead of looks. */
    public Announcement announcement() {
        return announcement;
    }

    /** The page that is looked at; a payment that begins, ends or is refused turns to {@link Page#PAY}. */
    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public ObjectProperty<Language> languageProperty() {
        return texts.languageProperty();
    }

    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen;
    }

    /** What was refused last, until it is closed or a new payment begins. */
    public ReadOnlyObjectProperty<Optional<Fault>> noticeProperty() {
        return notice;
    }

    public StringProperty pastedLinkProperty() {
        return pastedLink;
    }

    /** Takes the present state of the payment. */
    public void show(FlowState state) {
        payment.show(state);
        guide.show(state);
        ladder.show(state);
        result.show(state);
        leaving.show(state);
        attention.show(state);
        if (state instanceof FlowState.OrderShown) {
            notice.set(Optional.empty());
        }
        if (state instanceof FlowState.Finished finished && finished.outcome() instanceof Outcome.Cancelled) {
            tell(Fault.CANCELLED);
        }
        flow = state;
        turnScreen();
    }

    /** Takes the present state of the login. */
    public void show(LoginState state) {
        phoneLogin.show(state);
        attention.show(state);
        if (state instanceof LoginState.Asked) {
            notice.set(Optional.empty());
        }
        if (state instanceof LoginState.Finished finished && finished.result() instanceof LoginState.Result.Cancelled) {
            tell(Fault.LOGIN_CANCELLED);
        }
        turnScreen();
    }

    /** A login has the sheet while it is there; otherwise the payment has it. */
    private void turnScreen() {
        screen.set(phoneLogin.screenProperty().get() == LoginScreen.NONE ? screenOf(flow) : Screen.LOGIN);
    }

    /** Takes the present state of the change of a slot; once a bank is set up, it can be paid with. */
    public void show(EnrolmentState state) {
        boolean over = enrolment.screenProperty().get() == EnrolmentScreen.RESULT;
        boolean canPayNow = over && enrolment.isSetUp();
        enrolment.show(state);
        leaving.show(state);
        attention.show(state);
        if (over && state instanceof EnrolmentState.AtRest && (canPayNow || screen.get() == Screen.ORDER)) {
            page.set(Page.PAY);
        }
    }

    /** Takes the present state of the phone. */
    public void show(PhoneState state) {
        phoneCard.show(state);
        guide.show(state);
        computers.show(state);
        board.show(state);
        payment.show(state);
        ladder.show(state);
        enrolment.show(state);
        phoneLogin.show(state);
    }

    /** Tells that something was refused. */
    public void tell(Fault fault) {
        notice.set(Optional.of(fault));
    }

    public void closeNotice() {
        notice.set(Optional.empty());
    }

    /** Opens the link in the field. */
    public void openPastedLink() {
        paste(pastedLink.get());
        pastedLink.set("");
    }

    /** Opens the link that the clipboard holds; what is none is refused with a notice. */
    public void paste(String text) {
        if (!text.isBlank()) {
            notice.set(Optional.empty());
            links.open(PastedLink.in(text));
        }
    }

    private Screen screenOf(FlowState state) {
        return switch (state) {
            case FlowState.AtRest() -> trust instanceof Trust.None ? Screen.NO_DIRECTORY : Screen.REST;
            case FlowState.OrderShown ignored -> Screen.ORDER;
            case FlowState.Checking checking when checking.shownResult().isPresent() -> openResult();
            case FlowState.UnderWay ignored -> Screen.UNDER_WAY;
            case FlowState.Finished finished ->
                finished.outcome() instanceof Outcome.Cancelled ? Screen.REST : openResult();
        };
    }

    private Screen openResult() {
        return result.setAsideProperty().get() ? Screen.REST : Screen.RESULT;
    }
}
