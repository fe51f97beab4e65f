package io.tetherkey.desktop.app;

import io.tetherkey.desktop.history.EntryReader;
import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.HistoryKeeper;
import io.tetherkey.desktop.history.ReceiptCollector;
import io.tetherkey.desktop.history.ReceiptKeeper;
import io.tetherkey.desktop.history.sqlite.SqliteHistory;
import io.tetherkey.desktop.phone.Computer;
import io.tetherkey.desktop.phone.PhoneDesk;
import io.tetherkey.desktop.phone.PhoneRack;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.PresentPhone;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.queue.NextInLine;
import io.tetherkey.desktop.queue.Waiting;
import io.tetherkey.desktop.relay.EnrolmentControl;
import io.tetherkey.desktop.relay.EnrolmentFlow;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginControl;
import io.tetherkey.desktop.relay.LoginFlow;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.PageOpener;
import io.tetherkey.desktop.relay.PaymentControl;
import io.tetherkey.desktop.relay.PaymentFlow;
import io.tetherkey.desktop.relay.PendingFile;
import io.tetherkey.desktop.relay.PendingPayment;
import io.tetherkey.desktop.relay.ReceiptDesk;
import io.tetherkey.desktop.support.RecordedBank;
import io.tetherkey.desktop.support.RecordedPhones;
import io.tetherkey.desktop.support.Timeline;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.settings.SettingsViewModel;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.bank.http.HttpBankClient;
import io.tetherkey.protocol.bank.http.ListedBanks;
import io.tetherkey.protocol.host.Pace;
import io.tetherkey.protocol.host.PhoneMonitor;
import io.tetherkey.protocol.host.UsbInventory;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.startlink.LinkCheck;
import io.tetherkey.protocol.startlink.PayLink;
import io.tetherkey.protocol.startlink.StartLink;
import io.tetherkey.protocol.startlink.StartLinkParser;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: everything behind the window, wired by constructor.
 *
 * <p>Made on the UI thread; {@link #start()} begins to look for phones and goes on with a payment that an earlier run
 * left behind.
 */
public final class Desktop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    private final Profile profile;
    private final TaskRunner runner;
    private final WindowViewModel window;
    private final PhoneDesk phones;
    private final PhoneDiagnosis diagnosis;
    private final PhoneRack rack;
    private final PhoneControls controls;
    private final Timeline timeline;
    private final SupportDesk support;
    private final PhoneMonitor monitor;
    private final Roads roads;
    private final PageOpener browser;
    private final HttpBankClient banks = new HttpBankClient();
    private final Optional<Paying> paying;
    private Settings settings;
    private Optional<PendingPayment> resumed = Optional.empty();

    /** What needs a directory. */
    private record Paying(
            Directory directory,
            OrderVerifier orders,
            PaymentFlow flow,
            EnrolmentFlow slots,
            LoginFlow logins,
            PendingFile store,
            ReceiptCollector due,
            HistoryKeeper history,
            NextInLine line,
            LinkReception links) {}

    /**
     * @param roads where phones may be plugged in; closed with this
     * @throws IOException if the profile folder cannot be used
     */
    public Desktop(Profile profile, Roads roads, TaskRunner runner, Clock clock) throws IOException {
        this(profile, roads, new SystemBrowser(), runner, clock);
    }

    /** The same with another browser than the system's. */
    public Desktop(Profile profile, Roads roads, PageOpener browser, TaskRunner runner, Clock clock)
            throws IOException {
        this(profile, roads, browser, runner, clock, DirectoryFile.read(profile, clock));
    }

    /** @param directory as it was read already */
    Desktop(
            Profile profile,
            Roads roads,
            PageOpener browser,
            TaskRunner runner,
            Clock clock,
            DirectoryFile.Reading directory)
            throws IOException {
        this.browser = browser;
        this.profile = profile;
        this.runner = runner;
        var computer = new Computer(profile.computerId(RandomSource.secure()), ComputerName.ofThisHost());
        this.phones = new PhoneDesk(computer, RandomSource.secure(), this::phoneChanged);
        this.roads = roads;
        this.rack = new PhoneRack(phones, computer, this::phonesChanged);
        this.monitor = new PhoneMonitor(roads::addresses, roads.opener(), roads::sameDevice);
        roads.onChange(monitor::look);
        this.diagnosis = new PhoneDiagnosis(roads, phones, UsbInventory.ofThisComputer(), clock);
        this.timeline = new Timeline(clock);
        this.support = new SupportDesk(profile, timeline, diagnosis, runner);
        this.settings = Settings.read(profile.settings(), Locale.getDefault());
        this.paying = switch (directory) {
            case DirectoryFile.Reading.Good good -> Optional.of(paying(good.directory(), clock));
            case DirectoryFile.Reading.Bad ignored -> Optional.empty();
        };
        this.window = new WindowViewModel(
                new SettingsViewModel(new Texts(settings.looks().language()), settings.looks()),
                paying.<WindowViewModel.Trust>map(p -> new WindowViewModel.Trust.Listed(
                                p.directory().banks(), p.directory().demo()))
                        .orElseGet(() -> new WindowViewModel.Trust.None(Fault.DIRECTORY_INVALID)),
                new WindowViewModel.Controls(
                        paying.<PaymentControl>map(Paying::flow).orElseGet(NoControl::new),
                        paying.<EnrolmentControl>map(Paying::slots).orElseGet(NoEnrolment::new),
                        paying.<LoginControl>map(Paying::logins).orElseGet(NoLogin::new)),
                this::open,
                runner,
                clock);
        support.serve(
                window.support(), banks, paying.map(p -> p.directory().banks()).orElse(List.of()), clock);
        this.controls = new PhoneControls(window.phones(), rack, runner);
        window.diagnosis().onAgain(monitor::tryAgain);
        controls.trustedComputers(window.computers(), phones.computers());
        window.onAskAgain(this::askAgain);
        window.waiting().onDrop(() -> paying.ifPresent(p -> p.line().drop()));
        window.settings().onChange(looks -> remember(settings.with(looks)));
        window.settings().behaviour().closingProperty().set(settings.closing());
        window.settings().behaviour().closingProperty().subscribe(chosen -> remember(settings.with(chosen)));
    }

    private Paying paying(Directory directory, Clock clock) {
        var store = new PendingFile(profile.pending());
        var history = new HistoryKeeper(
                () -> SqliteHistory.open(profile.history()),
                new EntryReader(directory),
                phones.calls()::records,
                clock,
                this::historyChanged);
        var receipts = history.noting(new ReceiptKeeper(profile.receipts(), directory));
        var listed = new ListedBanks(new RecordedBank(banks, timeline), id -> listedNow(id, clock), this::bankMoved);
        var due = new ReceiptCollector(
                profile.dueReceipts(), phones.calls(), listed, directory, receipts, this::receiptFound);
        var flow = new PaymentFlow(listed, phones.calls(), store, receipts, due, clock, this::flowChanged);
        var slots = new EnrolmentFlow(listed, phones.calls(), () -> DirectoryFile.signed(profile), this::slotsChanged);
        var orders = new OrderVerifier(directory.merchantRoot());
        var logins = new LoginFlow(listed, phones.calls(), browser, clock, this::loginChanged);
        var line = new NextInLine(clock, this::lineChanged);
        return new Paying(
                directory,
                orders,
                flow,
                slots,
                logins,
                store,
                due,
                history,
                line,
                new LinkReception(directory, flow, logins, line, clock, this::tell));
    }

    private Optional<BankEntry> listedNow(String bankId, Clock clock) {
        return switch (DirectoryFile.read(profile, clock)) {
            case DirectoryFile.Reading.Good good -> good.directory().bank(bankId);
            case DirectoryFile.Reading.Bad ignored -> Optional.empty();
        };
    }

    private void bankMoved(BankEntry bank) {
        paying.ifPresent(p -> {
            p.flow().bankMoved(bank);
            p.slots().bankMoved(bank);
            p.logins().bankMoved(bank);
        });
    }

    public WindowViewModel window() {
        return window;
    }

    /** Begins to look for phones, and goes on with what an earlier run left behind. */
    public void start() {
        paying.ifPresent(p -> p.history().start());
        paying.ifPresent(this::resume);
        monitor.start(new RecordedPhones(rack, timeline));
    }

    /** Whether an earlier run left a payment behind that is for another order than {@code link}. */
    boolean resumesAnother(String link) {
        return resumed.isPresent()
                && StartLinkParser.parse(link) instanceof LinkCheck.Accepted(StartLink given)
                && given instanceof PayLink pay
                && !Arrays.equals(pay.unverifiedOrder(), resumed.get().signedOrder());
    }

    /** Opens a start link from the command line, another start, or the clipboard. */
    public void open(String link) {
        paying.ifPresentOrElse(p -> p.links().open(link), () -> tell(Fault.DIRECTORY_INVALID));
    }

    private void resume(Paying ready) {
        try {
            ready.store().load().ifPresent(pending -> resume(ready, pending));
        } catch (IOException e) {
            LOG.error("the pending payment cannot be read", e);
        }
    }

    private void resume(Paying ready, PendingPayment pending) {
        Optional<BankEntry> bank = ready.directory().bank(pending.bankId());
        try {
            var order = ready.orders().verify(pending.signedOrder(), pending.startedAt());
            bank.ifPresentOrElse(
                    known -> {
                        resumed = Optional.of(pending);
                        ready.flow().resume(pending, order, known);
                    },
                    () -> LOG.error("the directory no longer lists the bank of the pending payment"));
        } catch (TrustException e) {
            LOG.error("the pending payment's order does not hold", e);
        }
    }

    private void phonesChanged(List<PresentPhone> plugged) {
        runner.onUi(() -> window.phones().show(plugged));
    }

    private void phoneChanged(PhoneState state) {
        runner.onUi(() -> {
            window.show(state);
            if (window.pageProperty().get() == Page.DIAGNOSIS) {
                window.diagnosis().look();
            }
        });
        if (state instanceof PhoneState.Ready ready) {
            rack.known(ready);
            paying.ifPresent(p -> {
                p.due().collect();
                p.history().readPhone();
            });
        }
    }

    private void receiptFound(String orderId, ReceiptDesk.Judgement judgement) {
        paying.ifPresent(p -> p.flow().receiptFound(orderId, judgement));
    }

    private void flowChanged(FlowState state) {
        controls.flowChanged(state);
        diagnosis.bankAsked(state);
        paying.ifPresent(p -> p.links().flowChanged(state));
        runner.onUi(() -> window.show(state));
        if (state instanceof FlowState.OrderShown shown) {
            wishForAPhone();
            paying.ifPresent(p -> p.history().begun(shown.order()));
        }
        if (state instanceof FlowState.Finished(var journey, var outcome)) {
            phones.refresh();
            paying.ifPresent(p -> {
                p.history().ended(journey, outcome);
                p.history().readPhone();
            });
        }
    }

    /** Somebody wants to know what became of an earlier payment. */
    private void askAgain(HistoryEntry entry) {
        paying.ifPresent(p -> p.directory()
                .bank(entry.bankId())
                .ifPresentOrElse(
                        bank -> p.history()
                                .order(entry.orderId(), order -> p.links().ask(order, bank)),
                        () -> tell(Fault.BANK_UNKNOWN)));
    }

    private void lineChanged(Optional<Waiting> next) {
        runner.onUi(() -> window.waiting().show(next));
    }

    private void historyChanged(List<HistoryEntry> entries) {
        support.historyChanged(entries);
        runner.onUi(() -> window.history().show(entries));
    }

    private void slotsChanged(EnrolmentState state) {
        controls.slotsChanged(state);
        runner.onUi(() -> window.show(state));
        if (state instanceof EnrolmentState.Finished) {
            phones.refresh();
        }
    }

    private void loginChanged(LoginState state) {
        controls.flowChanged(state);
        paying.ifPresent(p -> p.links().flowChanged(state));
        runner.onUi(() -> window.show(state));
        if (state instanceof LoginState.FormShown) {
            wishForAPhone();
        }
        if (state instanceof LoginState.Finished) {
            phones.refresh();
            paying.ifPresent(p -> p.history().readPhone());
        }
    }

    /** Whoever begins to pay or to log in means the phone that is plugged in, even if it did not answer before. */
    private void wishForAPhone() {
        if (phones.state().known().isEmpty()) {
            monitor.tryAgain();
        }
    }

    private void tell(Fault fault) {
        runner.onUi(() -> window.tell(fault));
    }

    /** How often to try a phone that is not there, or locked. */
    void keep(Pace pace) {
        monitor.keep(pace);
        phones.keep(pace);
    }

    /** Where the window was when it was closed last. */
    Optional<WindowPlace> lastPlace() {
        return settings.place();
    }

    void rememberPlace(WindowPlace place) {
        remember(settings.with(place));
    }

    private void remember(Settings now) {
        if (!now.equals(settings)) {
            settings = now;
            settings.write(profile.settings());
        }
    }

    /** Lets go of the cable first: interrupting a call would cancel it on the phone, and the payment shall go on later. */
    @Override
    public void close() {
        monitor.close();
        roads.close();
        paying.ifPresent(p -> {
            p.flow().close();
            p.slots().close();
            p.logins().close();
            p.due().close();
            p.history().close();
        });
        banks.close();
    }
}
