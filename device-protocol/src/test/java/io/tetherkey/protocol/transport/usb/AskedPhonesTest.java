package io.tetherkey.protocol.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedPhonesTest {
    private static final UsbPath SOCKET = new UsbPath("1-2");
    private static final String IDENTITY = "04e8/VPHONE0001";

    private final SilentPhones silent = SilentPhones.inMemory();
    private final AskedPhones asked = new AskedPhones(silent);

    /** @param plug another one each time that it is plugged in */
    private static DeviceFacts phone(int plug, int product) {
        return new DeviceFacts(SOCKET, plug, 0x04E8, product, List.of());
    }

    private static DeviceFacts phone(int plug) {
        return phone(plug, 0x6860);
    }

    private void plugIn(DeviceFacts device) {
        asked.replugged(SOCKET, Optional.of(device));
    }

    private void ask(int plug) {
        plugIn(phone(plug));
        assertThat(asked.mayAsk(phone(plug), IDENTITY))
                .as("asked at plug " + plug)
                .isTrue();
        asked.asking(phone(plug), IDENTITY);
    }

    private void askInVain(int plug) {
        ask(plug);
        asked.silent(SOCKET);
    }

    @Test
    void phoneThatDidNotAnswerIsLeftAloneAtEachLaterPlug() {
        askInVain(1);
        for (int plug = 2; plug < 5; plug++) {
            plugIn(phone(plug));
            assertThat(asked.isLeftAlone(phone(plug))).isFalse();
            assertThat(asked.mayAsk(phone(plug), IDENTITY)).isFalse();
            assertThat(asked.isLeftAlone(phone(plug))).isTrue();
        }
    }

    @Test
    void wishLetsItBeAskedOnce() {
        askInVain(1);
        plugIn(phone(2));
        assertThat(asked.mayAsk(phone(2), IDENTITY)).isFalse();

        asked.askAgain();
        assertThat(asked.isLeftAlone(phone(2))).isFalse();
        askInVain(2);
        plugIn(phone(3));
        assertThat(asked.mayAsk(phone(3), IDENTITY)).isFalse();
    }

    @Test
    void wishIsForPhonesThatAreThereAndNotForLaterOnes() {
        askInVain(1);
        asked.askAgain();
        plugIn(phone(2));
        assertThat(asked.mayAsk(phone(2), IDENTITY)).isFalse();
    }

    @Test
    void phoneThatAnswersLaterIsAskedByItselfAgain() {
        askInVain(1);
        asked.answered(SOCKET);
        plugIn(phone(2));
        assertThat(asked.mayAsk(phone(2), IDENTITY)).isTrue();
        assertThat(silent.contains(IDENTITY)).isFalse();
    }

    @Test
    void phoneThatCameBackAsItWasIsAskedOnceMore() {
        ask(1);
        ask(2);
        plugIn(phone(3));
        assertThat(asked.mayAsk(phone(3), IDENTITY)).isFalse();
    }

    @Test
    void phoneThatCouldNotBeAskedIsAskedAgainInTheSamePlug() {
        for (int time = 0; time < 5; time++) {
            ask(1);
        }
    }

    @Test
    void phoneThatHasAnsweredIsLeftAloneAfterThreeTimesInVain() {
        ask(1);
        asked.answered(SOCKET);
        for (int plug = 2; plug < 5; plug++) {
            askInVain(plug);
        }
        plugIn(phone(5));
        assertThat(asked.mayAsk(phone(5), IDENTITY)).isFalse();
    }

    @Test
    void silenceCountsOnceHoweverOftenThePhoneIsGreeted() {
        ask(1);
        asked.answered(SOCKET);
        askInVain(2);
        for (int greeting = 0; greeting < 10; greeting++) {
            asked.silent(SOCKET);
        }
        ask(3);
    }

    @Test
    void answerTakesBackWhatWasCounted() {
        for (int plug = 1; plug < 10; plug += 2) {
            ask(plug);
            ask(plug + 1);
            asked.answered(SOCKET);
        }
    }

    @Test
    void silenceOfAnotherDeviceInTheSameSocketIsNotThePhones() {
        ask(1);
        plugIn(phone(2));
        asked.silent(SOCKET);
        assertThat(silent.contains(IDENTITY)).isFalse();
    }

    @Test
    void identityHoldsInEveryUsbModeIfThereIsASerialNumber() {
        Optional<String> number = Optional.of("VPHONE0001");
        assertThat(AskedPhones.identity(phone(1, 0x6860), number))
                .isEqualTo(IDENTITY)
                .isEqualTo(AskedPhones.identity(phone(2, 0x6864), number));
        for (Optional<String> none : List.of(Optional.<String>empty(), Optional.of("0"))) {
            assertThat(AskedPhones.identity(phone(1, 0x6860), none)).isEqualTo("04e8:6860 at 1-2");
        }
    }
}
