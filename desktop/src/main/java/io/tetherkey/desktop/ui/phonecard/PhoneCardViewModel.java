package io.tetherkey.desktop.ui.phonecard;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Says in two lines how the phone is and what to do about it. */
public final class PhoneCardViewModel {

    private final Texts texts;
    private final ObjectProperty<PhoneState> phone = new SimpleObjectProperty<>(new PhoneState.Absent());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<FaultWords>> fault = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Tone> tone = new SimpleObjectProperty<>(Tone.QUIET);

    public PhoneCardViewModel(Texts texts) {
        this.texts = texts;
        texts.onLanguage(this::render);
        phone.addListener((property, before, now) -> render());
    }

    public ReadOnlyObjectProperty<PhoneState> phoneProperty() {
        return phone;
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Why the phone cannot be used; empty while it can, or is not there. */
    public ReadOnlyObjectProperty<Optional<FaultWords>> faultProperty() {
        return fault;
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone;
    }

    /** Takes what is known of the phone now. */
    public void show(PhoneState state) {
        phone.set(state);
    }

    private void render() {
        fault.set(Optional.empty());
        switch (phone.get()) {
            case PhoneState.Absent() -> say("phone.absent", "phone.absent.detail", Tone.YOUR_TURN);
            case PhoneState.Greeting() -> say("phone.greeting", "phone.greeting.detail", Tone.WORKING);
            case PhoneState.Locked locked -> say("phone.locked", "phone.locked.detail", Tone.YOUR_TURN);
            case PhoneState.AskingTrust asking -> say("phone.trust", "phone.trust.detail", Tone.YOUR_TURN);
            case PhoneState.Ready ready -> {
                say("phone.ready", "phone.ready.detail", Tone.GOOD);
                title.set(ready.model());
            }
            case PhoneState.Reconnecting(PhoneState.Ready before) -> {
                say("phone.ready", "phone.reconnecting.detail", Tone.WORKING);
                title.set(before.model());
            }
            case PhoneState.Unusable(Fault why) -> {
                FaultWords words = FaultWords.of(why, texts);
                title.set(words.title());
                detail.set(words.code());
                fault.set(Optional.of(words.untitled()));
                tone.set(why == Fault.PHONE_LEFT_ALONE ? Tone.YOUR_TURN : Tone.BAD);
            }
        }
    }

    private void say(String titleKey, String detailKey, Tone toneNow) {
        title.set(texts.get(titleKey));
        detail.set(texts.get(detailKey));
        tone.set(toneNow);
    }
}
