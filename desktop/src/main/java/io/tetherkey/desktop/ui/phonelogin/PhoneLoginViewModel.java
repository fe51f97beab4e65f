package io.tetherkey.desktop.ui.phonelogin;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.LoginControl;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.ui.Countdown;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.ladder.Progress;
import io.tetherkey.desktop.ui.login.CredentialLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A login that a bank's page asked for: whether it goes on, the form, how it goes, and how it ended. */
public final class PhoneLoginViewModel {

    private final Texts texts;
    private final LoginControl control;
    private final LoginProgressViewModel progress;
    private final LoginResultViewModel result;
    private final Countdown countdown;
    private final ReadOnlyObjectWrapper<LoginScreen> screen = new ReadOnlyObjectWrapper<>(LoginScreen.NONE);
    private final ReadOnlyStringWrapper bank = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper until = new ReadOnlyStringWrapper("");
    private final StringProperty userName = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty over = new SimpleBooleanProperty();
    private final BooleanProperty bankAway = new SimpleBooleanProperty();
    private final BooleanProperty phoneReady = new SimpleBooleanProperty();
    private final BooleanBinding complete = Bindings.createBooleanBinding(
            this::isComplete, userName, password, over, phoneReady, screen.getReadOnlyProperty());
    private Consumer<String> setUpAgain = bankId -> {};
    private LoginState state = new LoginState.AtRest(0);

    public PhoneLoginViewModel(Texts texts, Clock clock, TaskRunner runner, LoginControl control) {
        this.texts = texts;
        this.control = control;
        this.progress = new LoginProgressViewModel(texts, runner);
        this.result = new LoginResultViewModel(texts);
        this.countdown = new Countdown(clock, runner);
        countdown.leftProperty().addListener((property, before, now) -> render());
        texts.onLanguage(this::render);
    }

    /** The steps and the one thing to do now. */
    public Progress<LoginProgressViewModel.LoginRung> progress() {
        return progress.progress();
    }

    public LoginResultViewModel result() {
        return result;
    }

    public ReadOnlyObjectProperty<LoginScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /** The bank's name as the directory has it. */
    public ReadOnlyStringProperty bankProperty() {
        return bank.getReadOnlyProperty();
    }

    /** How long the link or the form is good for, empty where nothing runs out. */
    public ReadOnlyStringProperty untilProperty() {
        return until.getReadOnlyProperty();
    }

    public StringProperty userNameProperty() {
        return userName;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /** Whether the form can be sent. */
    public BooleanBinding completeProperty() {
        return complete;
    }

    /** Whether the link, or the bank's offer, is over. */
    public ReadOnlyBooleanProperty overProperty() {
        return over;
    }

    /** Whether the login waits because the bank cannot be reached. */
    public ReadOnlyBooleanProperty bankAwayProperty() {
        return bankAway;
    }

    public void show(LoginState next) {
        state = next;
        progress.show(next);
        result.show(next);
        bankAway.set(next instanceof LoginState.BankAway);
        if (!(next instanceof LoginState.FormShown)) {
            password.set("");
        }
        countdown.to(endOf(next));
        screen.set(screenOf(next));
        render();
    }

    public void show(PhoneState next) {
        phoneReady.set(next instanceof PhoneState.Ready);
        progress.show(next);
    }

    /** Says that it goes on. */
    public void proceed() {
        control.proceed();
    }

    /** Sends the form and forgets the password; does nothing while the form is not complete. */
    public void submit() {
        if (!isComplete()) {
            return;
        }
        char[] typed = password.get().toCharArray();
        try {
            control.submit(userName.get().strip(), typed);
        } finally {
            Arrays.fill(typed, '\0');
            password.set("");
        }
    }

    public void retry() {
        control.retry();
    }

    public void cancel() {
        control.cancel();
    }

    public void dismiss() {
        control.dismiss();
    }

    /** Tells {@code wanted} the bank that the user wants to set up again. */
    public void onSetUpAgain(Consumer<String> wanted) {
        setUpAgain = wanted;
    }

    /** Goes on to set the void bank up again. */
    void setUpAgain() {
        Optional<String> bank = result.bankId();
        control.dismiss();
        bank.ifPresent(setUpAgain);
    }

    private boolean isComplete() {
        return screen.get() == LoginScreen.FORM
                && phoneReady.get()
                && !over.get()
                && CredentialLimits.fit(userName.get().strip())
                && CredentialLimits.fit(password.get());
    }

    private static Optional<Instant> endOf(LoginState state) {
        return switch (state) {
            case LoginState.Asked asked -> Optional.of(asked.ticket().expiresAt());
            case LoginState.FormShown form -> Optional.of(form.endsAt());
            case LoginState.AtRest ignored -> Optional.empty();
            case LoginState.UnderWay ignored -> Optional.empty();
            case LoginState.Finished ignored -> Optional.empty();
        };
    }

    private static LoginScreen screenOf(LoginState state) {
        return switch (state) {
            case LoginState.AtRest ignored -> LoginScreen.NONE;
            case LoginState.Asked ignored -> LoginScreen.QUESTION;
            case LoginState.FormShown ignored -> LoginScreen.FORM;
            case LoginState.UnderWay ignored -> LoginScreen.UNDER_WAY;
            case LoginState.Finished finished ->
                finished.result() instanceof LoginState.Result.Cancelled ? LoginScreen.NONE : LoginScreen.RESULT;
        };
    }

    private void render() {
        bank.set(
                state instanceof LoginState.Present present
                        ? texts.bankName(present.ticket().bank())
                        : "");
        over.set(countdown.isOver());
        until.set(
                countdown.isOver()
                        ? texts.get("signin.over")
                        : countdown
                                .leftProperty()
                                .get()
                                .map(left -> texts.get(
                                        screen.get() == LoginScreen.FORM ? "signin.until.form" : "signin.until",
                                        Texts.clock(left)))
                                .orElse(""));
    }
}
