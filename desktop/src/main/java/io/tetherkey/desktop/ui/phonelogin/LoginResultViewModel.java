package io.tetherkey.desktop.ui.phonelogin;

import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.LoginState.Result;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** How the login ended; the completion code is shown only when the user asks for it. */
public final class LoginResultViewModel {

    private final Texts texts;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remedy = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper attempts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper completion = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.QUIET);
    private final ReadOnlyBooleanWrapper loggedIn = new ReadOnlyBooleanWrapper();
    private final BooleanProperty codeWanted = new SimpleBooleanProperty();
    private Optional<LoginState.Finished> finished = Optional.empty();

    LoginResultViewModel(Texts texts) {
        this.texts = texts;
        texts.onLanguage(this::render);
        codeWanted.addListener((property, before, now) -> render());
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** {@code TK-nnn}, empty where nothing failed. */
    public ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    /** How many of the ten tries are left, empty where that is not known. */
    public ReadOnlyStringProperty attemptsProperty() {
        return attempts.getReadOnlyProperty();
    }

    /** The completion code in two groups, empty until the user asks for it. */
    public ReadOnlyStringProperty completionProperty() {
        return completion.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loggedInProperty() {
        return loggedIn.getReadOnlyProperty();
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

    private void render() {
        for (var text : new ReadOnlyStringWrapper[] {title, code, sentence, remedy, attempts, completion}) {
            text.set("");
        }
        loggedIn.set(false);
        finished.ifPresent(this::render);
    }

    private void render(LoginState.Finished over) {
        switch (over.result()) {
            case Result.LoggedIn(String digits) -> {
                say("result.title.logged-in", Tone.GOOD);
                sentence.set(texts.get(
                        "result.logged-in.sentence",
                        texts.bankName(over.ticket().bank())));
                loggedIn.set(true);
                completion.set(codeWanted.get() ? digits.substring(0, 4) + " " + digits.substring(4) : "");
            }
            case Result.Cancelled() -> fault(Fault.LOGIN_CANCELLED, "result.title.cancelled", Tone.QUIET);
            case Result.Failed(Fault why, var left) -> {
                fault(
                        why,
                        why == Fault.PAYMENT_KEY_VOIDED ? "result.title.void" : "result.title.not-logged-in",
                        Tone.BAD);
                left.ifPresent(count -> attempts.set(texts.get("result.attempts", count)));
            }
        }
    }

    private void say(String key, Tone toneNow) {
        title.set(texts.get(key));
        tone.set(toneNow);
    }

    private void fault(Fault why, String titleKey, Tone toneNow) {
        say(titleKey, toneNow);
        code.set(why.code());
        sentence.set(why.sentence(texts.locale()));
        remedy.set(why.remedy(texts.locale()));
    }
}
