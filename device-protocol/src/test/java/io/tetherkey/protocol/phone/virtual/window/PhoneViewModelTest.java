package io.tetherkey.protocol.phone.virtual.window;

import static io.tetherkey.protocol.phone.virtual.window.SampleScreens.HARBOUR;
import static io.tetherkey.protocol.phone.virtual.window.SampleScreens.KEYPAD;
import static io.tetherkey.protocol.phone.virtual.window.SampleScreens.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs without a toolkit. */
class PhoneViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final PhoneViewModel model =
            new PhoneViewModel(new NotedHands(done), SampleScreens.setting(Locale.ENGLISH));

    @Nested
    class Keypad {

        @Test
        void keyIsHandedOverOnceItIsWhole() {
            model.show(new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
            type("13579");
            model.enter();
            assertThat(done).isEmpty();

            type("0");
            type("4");
            model.enter();

            assertThat(done).containsExactly("135790");
            assertThat(model.typedProperty().get()).isZero();
        }

        @Test
        void erasingTakesTheLastDigitAndStopsAtTheFirst() {
            model.show(new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
            type("12");
            model.eraseDigit();
            model.eraseDigit();
            model.eraseDigit();
            type("135790");
            model.enter();

            assertThat(done).containsExactly("135790");
        }

        @Test
        void anotherScreenForgetsWhatWasTyped() {
            model.show(new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.FIRST, KEYPAD, LATER));
            type("135");
            model.show(new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.REPEAT, KEYPAD, LATER));

            assertThat(model.typedProperty().get()).isZero();
            type("790135");
            model.enter();
            assertThat(done).containsExactly("790135");
        }

        @Test
        void codeMayBeSeenAndAKeyMayNot() {
            model.show(new Screen.EnterActivationCode(HARBOUR, KEYPAD, LATER));
            type("48201");
            assertThat(model.shownDigits(0, 4)).isEqualTo("4820");
            assertThat(model.shownDigits(4, 8)).isEqualTo("1\u2007\u2007\u2007");

            model.show(new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
            type("13");
            assertThat(model.shownDigits(0, 4)).isEqualTo("\u2007\u2007\u2007\u2007");
        }

        @Test
        void screenWithoutAKeypadTakesNoDigits() {
            model.show(new Screen.Home(SampleScreens.banks()));
            type("135790");
            model.enter();

            assertThat(model.asksDigits()).isFalse();
            assertThat(done).isEmpty();
        }

        private void type(String digits) {
            digits.chars().forEach(digit -> model.digit(digit - '0'));
        }
    }

    @Test
    void endOfTheTextIsToldOnceForEachScreen() {
        model.show(SampleScreens.approval("Tea"));
        model.reachEnd();
        model.reachEnd();
        assertThat(model.endReachedProperty().get()).isTrue();

        model.show(SampleScreens.approval("Cake"));

        assertThat(model.endReachedProperty().get()).isFalse();
        assertThat(done).containsExactly("EndReached");
    }

    @Test
    void cableAndLockAreToggledByWhatThePhoneSays() {
        model.show(new Screen.Locked());
        model.toggleLock();
        model.show(new Screen.Home(List.of()));
        model.toggleLock();
        model.toggleCable();
        model.cableIs(CableState.UNPLUGGED);
        model.toggleCable();

        assertThat(done).containsExactly("Unlock", "Lock", "unplug", "plug");
    }

    @Test
    void languageThemeWinkAndWarningAreProperties() {
        model.switchLanguage();
        assertThat(model.textsProperty().get().chinese()).isTrue();
        model.toggleTheme();
        assertThat(model.themeProperty().get()).isEqualTo(Theme.DARK);
        model.toggleTheme();
        assertThat(model.themeProperty().get()).isEqualTo(Theme.LIGHT);
        model.wink();
        model.foreignInput();
        assertThat(model.winksProperty().get()).isEqualTo(1);
        assertThat(model.foreignInputsProperty().get()).isEqualTo(1);
    }

    @Test
    void coloursComeFromTheDirectoryAndAnUnknownBankHasOneToo() {
        assertThat(model.colourOf("harbour")).isEqualTo("#1f5fa8");
        assertThat(model.colourOf("other")).matches("#[0-9a-f]{6}");
    }
}
