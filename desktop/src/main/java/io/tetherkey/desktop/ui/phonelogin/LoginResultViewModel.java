package io.tetherkey.desktop.ui.phonelogin;

import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.LoginState.Result;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.Ending;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** How the login ended; the completion code is shown only when the user asks for it. */
public final class LoginResultViewModel implements Ending {

    private final Texts texts;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper completion = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<FaultWords>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringBinding spoken = Bindings.createStringBinding(
            () -> fault.get().map(FaultWords::aloud).orElseGet(sentence::get), fault, sentence);
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.QUIET);
    private final ReadOnlyBooleanWrapper loggedIn = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper voided = new ReadOnlyBooleanWrapper();
    private final BooleanProperty codeWanted = new SimpleBooleanProperty();
    private Optional<LoginState.Finished> finished = Optional.empty();

    LoginResultViewModel(Texts texts) {
        this.texts = texts;
        texts.onLanguage(this::render);
        codeWanted.addListener((property, before, now) -> render());
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<FaultWords>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> spokenProperty() {
        return spoken;
    }

    @Override
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /** The completion code in two groups, empty until the user asks for it. */
    public ReadOnlyStringProperty completionProperty() {
        return completion.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loggedInProperty() {
        return loggedIn.getReadOnlyProperty();
    }

    /** Whether the bank's certificate is void, so that only setting it up again helps. */
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
        for (var text : new ReadOnlyStringWrapper[] {title, sentence, completion}) {
            text.set("");
        }
        fault.set(Optional.empty());
        loggedIn.set(false);
        voided.set(false);
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
            case Result.Cancelled() -> {
                say("result.title.cancelled", Tone.QUIET);
                fault.set(
                        Optional.of(FaultWords.of(Fault.LOGIN_CANCELLED, texts).untitled()));
            }
            case Result.Failed(Fault why, var left) -> {
                voided.set(why == Fault.PAYMENT_KEY_VOIDED);
                say(voided.get() ? "result.title.void" : "result.title.not-logged-in", Tone.BAD);
                fault.set(Optional.of(FaultWords.ofFlow(
                        why, texts, left.isPresent() ? texts.get("result.attempts", left.getAsInt()) : "")));
            }
        }
    }

    private void say(String key, Tone toneNow) {
        title.set(texts.get(key));
        tone.set(toneNow);
    }
}
