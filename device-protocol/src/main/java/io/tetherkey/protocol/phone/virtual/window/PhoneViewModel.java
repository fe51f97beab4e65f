package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableRoad;
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
    private final PhoneSetting setting;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(new Screen.Locked());
    private final ReadOnlyObjectWrapper<CableState> cable = new ReadOnlyObjectWrapper<>(CableState.PLUGGED);
    private final ReadOnlyIntegerWrapper typed = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper endReached = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyIntegerWrapper winks = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper foreignInputs = new ReadOnlyIntegerWrapper(0);
    private final ObjectProperty<ScreenTexts> texts;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final char[] digits = new char[EnrolmentContents.ACTIVATION_CODE_DIGITS];

    /** How the phone is lit. */
    public enum Theme {
        LIGHT,
        DARK
    }

    public PhoneViewModel(PhoneHands hands, PhoneSetting setting) {
        this.hands = hands;
        this.setting = setting;
        this.texts = new SimpleObjectProperty<>(setting.texts());
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

    /** Something outside the phone tried to press its keys. */
    public void foreignInput() {
        foreignInputs.set(foreignInputs.get() + 1);
    }

    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CableState> cableProperty() {
        return cable.getReadOnlyProperty();
    }

    public CableRoad road() {
        return setting.road();
    }

    /** {@code #rrggbb}. */
    public String colourOf(String bankId) {
        return setting.colourOf(bankId);
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

    /** Grows by one each time something outside tried to press the phone's keys. */
    public ReadOnlyIntegerProperty foreignInputsProperty() {
        return foreignInputs.getReadOnlyProperty();
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

    /** Whether the screen has a keypad. */
    public boolean asksDigits() {
        return screen.get() instanceof Screen.EnterPaymentKey
                || screen.get() instanceof Screen.ChoosePaymentKey
                || screen.get() instanceof Screen.EnterActivationCode;
    }

    /** @param digit 0 to 9 */
    public void digit(int digit) {
        if (asksDigits() && typed.get() < digitsAsked()) {
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
        boolean mayBeSeen = screen.get() instanceof Screen.EnterActivationCode;
        for (int i = from; i < to; i++) {
            shown.append(mayBeSeen && i < typed.get() ? digits[i] : FIGURE_SPACE);
        }
        return shown.toString();
    }

    /** Hands the payment key or code over, once it is whole. */
    public void enter() {
        if (asksDigits() && typed.get() == digitsAsked()) {
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

    /** A press of one of the phone's own buttons. */
    public void press(UserAction action) {
        hands.act(action);
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

    public void toggleTheme() {
        theme.set(theme.get() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    public void switchLanguage() {
        texts.set(texts.get().inOtherLanguage());
    }

    private void clear() {
        Arrays.fill(digits, '\0');
        typed.set(0);
    }
}
