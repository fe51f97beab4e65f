package io.tetherkey.desktop.ui.phonelogin;

import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.LoginState.Result;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.Ending;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** How the login ended; the completion code is shown only when the user asks for it. */
public final class LoginResultViewModel {

    private final Texts texts;
    private final Ending ending = new Ending();
    private final ReadOnlyStringWrapper completion = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loggedIn = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper voided = new ReadOnlyBooleanWrapper();
    private final BooleanProperty codeWanted = new SimpleBooleanProperty();
    private Optional<LoginState.Finished> finished = Optional.empty();

    LoginResultViewModel(Texts texts) {
        this.texts = texts;
        texts.onLanguage(this::render);
        codeWanted.addListener((property, before, now) -> render());
    }

    /** How it ended, in words. */
    public Ending ending() {
        return ending;
    }

    /** The completion code in two groups, empty until the user asks for it. */
    public ReadOnlyStringProperty completionProperty() {
        return completion.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loggedInProperty() {
        return loggedIn.getReadOnlyProperty();
    }

    /** Whether the bank's certificate is void or has expired, so that only setting it up again helps. */
    public ReadOnlyBooleanProperty voidedProperty() {
        return voided.getReadOnlyProperty();
    }

    /** Whether the user wants to see the completion code. */
    public BooleanProperty codeWantedProperty() {
        return codeWanted;
    }

    void show(LoginState state) {
        finished = state instanceof LoginState.Finished over ? Optional.of(over) : Optional.empty();
        codeWanted.set(false);
        render();
    }

    /** Why the last login did not succeed; empty unless one has just failed. */
    public Optional<Result.Failed> failure() {
        return finished.map(LoginState.Finished::result)
                .filter(Result.Failed.class::isInstance)
                .map(Result.Failed.class::cast);
    }

    /** The bank of the login that has ended. */
    Optional<String> bankId() {
        return finished.map(over -> over.ticket().bank().bankId());
    }

    private void render() {
        ending.clear();
        completion.set("");
        loggedIn.set(false);
        voided.set(false);
        finished.ifPresent(this::render);
    }

    private void render(LoginState.Finished over) {
        switch (over.result()) {
            case Result.LoggedIn(String digits) -> {
                ending.reach(
                        texts.get("result.title.logged-in"),
                        texts.get(
                                "result.logged-in.sentence",
                                texts.bankName(over.ticket().bank())));
                loggedIn.set(true);
                completion.set(codeWanted.get() ? digits.substring(0, 4) + " " + digits.substring(4) : "");
            }
            case Result.Cancelled() ->
                ending.fail(
                        texts.get("result.title.cancelled"),
                        Tone.QUIET,
                        FaultWords.of(Fault.LOGIN_CANCELLED, texts).untitled());
            case Result.Failed(Fault why, var left) -> {
                voided.set(why.spendsCertificate());
                ending.fail(
                        texts.get("result.title.not-logged-in"),
                        Tone.BAD,
                        voided.get()
                                ? FaultWords.of(why, texts)
                                : FaultWords.ofFlow(
                                        why,
                                        texts,
                                        left.isPresent() ? texts.get("result.attempts", left.getAsInt()) : ""));
            }
        }
    }
}
