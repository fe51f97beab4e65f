package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneHands;
import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the phone's window shows and what its buttons do. Lives on the JavaFX thread. */
public final class PhoneViewModel {
    private static final char FIGURE_SPACE = '\u2007';

    private final PhoneHands hands;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(new Screen.Locked());
    private final ReadOnlyObjectWrapper<CableState> cable = new ReadOnlyObjectWrapper<>(CableState.PLUGGED);
    private final ReadOnlyIntegerWrapper typed = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper endReached = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyIntegerWrapper winks = new ReadOnlyIntegerWrapper(0);
    private final ObjectProperty<ScreenTexts> texts;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final char[] digits = new char[EnrolmentContents.ACTIVATION_CODE_DIGITS];

    /** How the phone is lit. */
    public enum Theme {
        LIGHT,
        DARK
    }

    public PhoneViewModel(PhoneHands hands, ScreenTexts texts) {
        this.hands = hands;
        this.texts = new SimpleObjectProperty<>(texts);
    }

    /** Another screen: what was typed is forgotten and its text has to be read anew. */
    public void show(Screen next) {
        clear();
        endReached.set(false);
        screen.set(next);
    }

    public void cableIs(CableState state) {
        cable.set(state);
    }

    public void wink() {
        winks.set(winks.get() + 1);
    }

    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CableState> cableProperty() {
        return cable.getReadOnlyProperty();
    }

    /** How many digits of the payment key or code are typed. */
    public ReadOnlyIntegerProperty typedProperty() {
        return typed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty endReachedProperty() {
        return endReached.getReadOnlyProperty();
    }

    /** Grows by one each time the phone winks. */
    public ReadOnlyIntegerProperty winksProperty() {
        return winks.getReadOnlyProperty();
    }

    public ObjectProperty<ScreenTexts> textsProperty() {
        return texts;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public boolean locked() {
        return screen.get() instanceof Screen.Locked;
    }

    /** @param digit 0 to 9 */
    public void digit(int digit) {
        if (typed.get() < digitsAsked()) {
            digits[typed.get()] = (char) ('0' + digit);
            typed.set(typed.get() + 1);
        }
    }

    public void eraseDigit() {
        if (typed.get() > 0) {
            typed.set(typed.get() - 1);
            digits[typed.get()] = '\0';
        }
    }

    /** How many digits the screen asks for. */
    public int digitsAsked() {
        return screen.get() instanceof Screen.EnterActivationCode
                ? EnrolmentContents.ACTIVATION_CODE_DIGITS
                : CryptoChip.PAYMENT_KEY_DIGITS;
    }

    /** The typed digits of an activation code between two places, a figure space for each that is missing. */
    public String shownDigits(int from, int to) {
        var shown = new StringBuilder();
        for (int i = from; i < to; i++) {
            shown.append(i < typed.get() ? digits[i] : FIGURE_SPACE);
        }
        return shown.toString();
    }

    /** Hands the payment key or code over, once it is whole. */
    public void enter() {
        if (typed.get() == digitsAsked()) {
            hands.act(new UserAction.DigitsTyped(Arrays.copyOf(digits, digitsAsked())));
            clear();
        }
    }

    /** The end of the screen's text was in view. */
    public void reachEnd() {
        if (!endReached.get()) {
            endReached.set(true);
            hands.act(new UserAction.EndReached());
        }
    }

    public void approve() {
        hands.act(new UserAction.Approve());
    }

    public void decline() {
        hands.act(new UserAction.Decline());
    }

    public void ok() {
        hands.act(new UserAction.Ok());
    }

    public void cancel() {
        hands.act(new UserAction.Cancel());
    }

    public void toggleLock() {
        hands.act(locked() ? new UserAction.Unlock() : new UserAction.Lock());
    }

    public void toggleCable() {
        if (cable.get() == CableState.UNPLUGGED) {
            hands.plug();
        } else {
            hands.unplug();
        }
    }

    public void powerCut() {
        hands.powerCut();
    }

    private void clear() {
        Arrays.fill(digits, '\0');
        typed.set(0);
    }
}
