package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.Login;
import io.tetherkey.desktop.phone.PhoneRoad;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the one login of this app: feeds events to {@link LoginProcess} and carries its effects out.
 *
 * <p>The {@link OwnerThread} owns the state and calls the listener. All methods may be called from any thread and return
 * at once. Nothing is stored: after a crash the user presses the button on the bank's page once more.
 */
public final class LoginFlow implements LoginControl, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoginFlow.class);

    private final BankClient banks;
    private final PhoneRoad phone;
    private final PageOpener browser;
    private final Clock clock;
    private final Consumer<LoginState> listener;
    private final OwnerThread owner;
    private Login login = Login.none();
    private volatile LoginState state = new LoginState.AtRest(0);

    /** Starts the owner thread; {@code listener} gets each new state. */
    public LoginFlow(
            BankClient banks, PhoneRoad phone, PageOpener browser, Clock clock, Consumer<LoginState> listener) {
        this.banks = banks;
        this.phone = phone;
        this.browser = browser;
        this.clock = clock;
        this.listener = listener;
        this.owner = new OwnerThread("login-flow", () -> login.erase());
    }

    /** The present state. */
    public LoginState state() {
        return state;
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
        owner.hand(() -> {
            login.erase();
            login = submitted;
            step(new LoginEvent.Submitted());
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
        owner.hand(() -> step(event));
    }

    private void step(LoginEvent event) {
        LoginStep next = LoginProcess.next(state, event);
        boolean changed = !next.state().equals(state);
        state = next.state();
        next.effects().forEach(this::run);
        if (changed) {
            LOG.info("login: {}", state.getClass().getSimpleName());
            listener.accept(state);
        }
    }

    private void run(LoginEffect effect) {
        switch (effect) {
            case LoginEffect.CallBank call ->
                owner.call(() -> post(new LoginEvent.BankReplied(
                        call.step(), banks.call(call.bank(), call.call()), clock.instant())));
            case LoginEffect.CallPhone call -> callPhone(call, login);
            case LoginEffect.AwaitPhone await ->
                owner.call(() -> {
                    phone.awaitBack();
                    post(new LoginEvent.PhoneBack(await.step()));
                });
            case LoginEffect.CancelPhone() -> owner.call(phone::cancel);
            case LoginEffect.ForgetPassword() -> login.erase();
            case LoginEffect.OpenBrowser(BankEntry bank, String code) ->
                owner.call(() -> browser.open(finishPage(bank, code)));
        }
    }

    private void callPhone(LoginEffect.CallPhone call, Login present) {
        owner.call(() -> post(new LoginEvent.PhoneReplied(
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
        owner.close();
    }
}
