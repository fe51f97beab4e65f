package io.tetherkey.protocol.phone.virtual.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.phone.virtual.usbip.ControlAnswer.Data;
import io.tetherkey.protocol.phone.virtual.usbip.ControlAnswer.Done;
import io.tetherkey.protocol.phone.virtual.usbip.ControlAnswer.Stall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPipeTest {
    private final ControlPipe pipe = of(UsbFace.TETHERKEY);

    private static ControlPipe of(UsbFace face) {
        return new ControlPipe(new UsbDescriptors(face, "VPHONE0001"));
    }

    private static ControlAnswer ask(ControlPipe pipe, int type, int request, int value, int index, int length) {
        return pipe.answer(new SetupPacket(type, request, value, index, length), new byte[0]);
    }

    private static ControlAnswer send(ControlPipe pipe, int type, int request, int value, int index, byte... data) {
        return pipe.answer(new SetupPacket(type, request, value, index, data.length), data);
    }

    private static byte[] data(ControlAnswer answer) {
        assertThat(answer).isInstanceOf(Data.class);
        return ((Data) answer).bytes();
    }

    @Nested
    class Descriptors {
        @ParameterizedTest
        @EnumSource(UsbFace.class)
        void areWellFormedAndOfTheLengthThatTheySay(UsbFace face) {
            ControlPipe faced = of(face);
            byte[] device = data(ask(faced, 0x80, 6, 0x0100, 0, 64));
            byte[] configuration = data(ask(faced, 0x80, 6, 0x0200, 0, 1_000));

            assertThat(device).hasSize(18).startsWith(18, 1);
            assertThat(device[8] & 0xFF | (device[9] & 0xFF) << 8).isEqualTo(face.vendor());
            assertThat(device[10] & 0xFF | (device[11] & 0xFF) << 8).isEqualTo(face.product());
            assertThat(configuration[2] & 0xFF | configuration[3] << 8).isEqualTo(configuration.length);
            int interfaces = 0;
            int at = 0;
            for (; at < configuration.length; at += configuration[at]) {
                assertThat(configuration[at])
                        .as("length of the descriptor at %d", at)
                        .isGreaterThan((byte) 1);
                interfaces += configuration[at + 1] == 4 ? 1 : 0;
            }
            assertThat(at).isEqualTo(configuration.length);
            assertThat(interfaces).isEqualTo(configuration[4]);
        }

        @Test
        void areCutToWhatTheComputerAsksFor() {
            assertThat(data(ask(pipe, 0x80, 6, 0x0200, 0, 9))).hasSize(9);
            assertThat(data(ask(pipe, 0x80, 6, 0x0100, 0, 0))).isEmpty();
        }

        @Test
        void textsAreUtf16AndEndWithTheLinksName() {
            assertThat(data(ask(pipe, 0x80, 6, 0x0300, 0, 255))).containsExactly(4, 3, 9, 4);
            assertThat(text(pipe, 3)).isEqualTo("VPHONE0001");
            assertThat(text(pipe, 4)).isEqualTo("TetherKey");
            assertThat(text(of(UsbFace.ANDROID), 4)).isEqualTo("ADB Interface");
        }

        @ParameterizedTest
        @ValueSource(ints = {0x0101, 0x0201, 0x0306, 0x03FF, 0x0700, 0x0F00, 0x2100, 0xFFFF})
        void thatAreNotThereAreStalled(int value) {
            assertThat(ask(pipe, 0x80, 6, value, 0, 255)).isEqualTo(new Stall());
        }

        private static String text(ControlPipe pipe, int index) {
            byte[] bytes = data(ask(pipe, 0x80, 6, 0x0300 | index, 0x0409, 255));
            assertThat(bytes[0]).isEqualTo((byte) bytes.length);
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
    }

    @Nested
    class StandardRequests {
        @Test
        void configurationIsKept() {
            assertThat(ask(pipe, 0x00, 9, 1, 0, 0)).isEqualTo(new Done());
            assertThat(data(ask(pipe, 0x80, 8, 0, 0, 1))).containsExactly(1);
            assertThat(ask(pipe, 0x00, 9, 2, 0, 0)).isEqualTo(new Stall());
            assertThat(data(ask(pipe, 0x80, 8, 0, 0, 1))).containsExactly(1);
        }

        @Test
        void onlyTheFirstSettingOfEachInterfaceIsThere() {
            assertThat(ask(pipe, 0x01, 11, 0, 2, 0)).isEqualTo(new Done());
            assertThat(ask(pipe, 0x01, 11, 1, 2, 0)).isEqualTo(new Stall());
            assertThat(ask(pipe, 0x01, 11, 0, 3, 0)).isEqualTo(new Stall());
        }

        @Test
        void haltedPipeSaysSoUntilItIsCleared() {
            assertThat(ask(pipe, 0x02, 3, 0, 0x82, 0)).isEqualTo(new Done());
            assertThat(pipe.isHalted(0x82)).isTrue();
            assertThat(data(ask(pipe, 0x82, 0, 0, 0x82, 2))).containsExactly(1, 0);
            assertThat(ask(pipe, 0x02, 1, 0, 0x82, 0)).isEqualTo(new Done());
            assertThat(data(ask(pipe, 0x82, 0, 0, 0x82, 2))).containsExactly(0, 0);
            assertThat(ask(pipe, 0x02, 3, 1, 0x82, 0)).isEqualTo(new Stall());
        }

        @Test
        void everyRequestOfEveryTypeIsAnsweredOrStalled() {
            for (int type = 0; type < 256; type++) {
                for (int request = 0; request < 256; request++) {
                    assertThat(ask(of(UsbFace.TETHERKEY), type, request, 0xFFFF, 0xFFFF, 0))
                            .isNotNull();
                }
            }
        }
    }

    @Nested
    class SerialPort {
        @Test
        void lineCodingIsKeptWhenItIsWhole() {
            byte[] coding = {0, (byte) 0xC2, 1, 0, 0, 0, 8};
            assertThat(send(pipe, 0x21, 0x20, 0, 0, coding)).isEqualTo(new Done());
            assertThat(send(pipe, 0x21, 0x20, 0, 0, (byte) 1)).isEqualTo(new Stall());
            assertThat(data(ask(pipe, 0xA1, 0x21, 0, 0, 7))).containsExactly(coding);
        }

        @Test
        void terminalIsReadyWhileTheProgramHoldsTheLine() {
            assertThat(pipe.terminalReady()).isFalse();
            assertThat(ask(pipe, 0x21, 0x22, 3, 0, 0)).isEqualTo(new Done());
            assertThat(pipe.terminalReady()).isTrue();
            assertThat(ask(pipe, 0x21, 0x22, 2, 0, 0)).isEqualTo(new Done());
            assertThat(pipe.terminalReady()).isFalse();
        }

        @Test
        void isNotThereOnAnAccessory() {
            assertThat(ask(of(UsbFace.ACCESSORY), 0x21, 0x22, 3, 0, 0)).isEqualTo(new Stall());
        }
    }

    @Nested
    class Accessory {
        @Test
        void versionIsTwoAndAskingForgetsTheTexts() {
            assertThat(send(pipe, 0x40, 52, 0, 0, (byte) 'a', (byte) 0)).isEqualTo(new Done());
            assertThat(pipe.accessoryStrings()).isEqualTo(Map.of(0, "a"));
            assertThat(data(ask(pipe, 0xC0, 51, 0, 0, 2))).containsExactly(2, 0);
            assertThat(pipe.accessoryStrings()).isEmpty();
        }

        @Test
        void textsAreSixOfAtMost256Bytes() {
            assertThat(send(pipe, 0x40, 52, 0, 5, new byte[256])).isEqualTo(new Done());
            assertThat(send(pipe, 0x40, 52, 0, 6, (byte) 'a')).isEqualTo(new Stall());
            assertThat(send(pipe, 0x40, 52, 0, 0, new byte[257])).isEqualTo(new Stall());
        }

        @Test
        void startIsAsked() {
            assertThat(pipe.startAsked()).isFalse();
            assertThat(ask(pipe, 0x40, 53, 0, 0, 0)).isEqualTo(new Done());
            assertThat(pipe.startAsked()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {54, 55, 56, 57, 58})
        void computerThatWantsToPressButtonsIsStalledAndCounted(int request) {
            assertThat(ask(pipe, 0x40, request, 1, 0, 0)).isEqualTo(new Stall());
            assertThat(pipe.inputRequests()).isEqualTo(1);
        }
    }
}
