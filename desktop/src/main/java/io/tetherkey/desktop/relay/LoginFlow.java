package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.Login;
import io.tetherkey.desktop.phone.PhoneRoad;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Drives the one login of this app by {@link LoginProcess} and carries its effects out.
 *
 * <p>The {@link FlowThread} owns the state and calls the listener. All methods may be called from any thread and return
 * at once. Nothing is stored: after a crash the user presses the button on the bank's page once more.
 */
public final class LoginFlow implements LoginControl, AutoCloseable {

    private final BankClient banks;
    private final PhoneRoad phone;
    private final PageOpener browser;
    private final Clock clock;
    private final FlowThread<LoginState, LoginEvent, LoginEffect> thread;
    private Login login = Login.none();

    /** Starts the owner thread; {@code listener} gets each new state. */
    public LoginFlow(
            BankClient banks, PhoneRoad phone, PageOpener browser, Clock clock, Consumer<LoginState> listener) {
        this.banks = banks;
        this.phone = phone;
        this.browser = browser;
        this.clock = clock;
        this.thread = new FlowThread<>(
                "login", new LoginState.AtRest(0), new Rules(), this::run, listener, () -> login.erase());
    }

    /** The present state. */
    public LoginState state() {
        return thread.state();
    }

    /** Shows what a page asks. */
    public void open(LoginTicket ticket) {
        post(new LoginEvent.Opened(ticket));
    }

    @Override
    public void proceed() {
        post(new LoginEvent.Continued());
    }

    @Override
    public void submit(String userName, char[] password) {
        var submitted = new Login(userName, password);
        thread.hand(() -> {
            login.erase();
            login = submitted;
            thread.step(new LoginEvent.Submitted());
        });
    }

    /** A newer directory puts this bank at another address. */
    public void bankMoved(BankEntry bank) {
        post(new LoginEvent.BankMoved(bank));
    }

    @Override
    public void retry() {
        post(new LoginEvent.Retry());
    }

    @Override
    public void cancel() {
        post(new LoginEvent.Cancel());
    }

    @Override
    public void dismiss() {
        post(new LoginEvent.Dismiss());
    }

    private void post(LoginEvent event) {
        thread.post(event);
    }

    /** {@link LoginProcess}, which asks a bank that is away again. */
    private static final class Rules implements FlowThread.Rules<LoginState, LoginEvent, LoginEffect> {

        @Override
        public LoginStep next(LoginState state, LoginEvent event) {
            return LoginProcess.next(state, event);
        }

        @Override
        public Recheck.Question question(LoginState state) {
            return switch (state) {
                case LoginState.BankAway ignored -> Recheck.Question.OPEN;
                case LoginState.AtBank ignored -> Recheck.Question.ASKED;
                case LoginState.UnderWay ignored -> Recheck.Question.NONE;
                case LoginState.AtRest ignored -> Recheck.Question.NONE;
                case LoginState.Asked ignored -> Recheck.Question.NONE;
                case LoginState.FormShown ignored -> Recheck.Question.NONE;
                case LoginState.Finished ignored -> Recheck.Question.NONE;
            };
        }

        @Override
        public LoginEvent retry() {
            return new LoginEvent.Retry();
        }
    }

    private void run(LoginEffect effect) {
        switch (effect) {
            case LoginEffect.CallBank call ->
                thread.call(() -> post(new LoginEvent.BankReplied(
                        call.step(), banks.call(call.bank(), call.call()), clock.instant())));
            case LoginEffect.CallPhone call -> callPhone(call, login);
            case LoginEffect.AwaitPhone await ->
                thread.call(() -> {
                    phone.awaitBack();
                    post(new LoginEvent.PhoneBack(await.step()));
                });
            case LoginEffect.CancelPhone() -> thread.call(phone::cancel);
            case LoginEffect.ForgetPassword() -> login.erase();
            case LoginEffect.OpenBrowser(BankEntry bank, String code) ->
                thread.call(() -> browser.open(finishPage(bank, code)));
        }
    }

    private void callPhone(LoginEffect.CallPhone call, Login present) {
        thread.call(() -> post(new LoginEvent.PhoneReplied(
                call.step(),
                phone.call(call.call(), present, status -> post(new LoginEvent.PhoneReported(call.step(), status))))));
    }

    /** At the address of the directory, whatever page asked. */
    static URI finishPage(BankEntry bank, String code) {
        return bank.pages().resolve("/bank/" + bank.bankId() + "/finish?code=" + code);
    }

    /** Stops all calls. */
    @Override
    public void close() {
        thread.close();
    }
}
