package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneServer;
import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tetherkey devices} says of a serial line that is made for the test; what else is plugged in is left out. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the pseudo-terminals that this test makes.")
class DevicesIT {
    @TempDir
    private Path folder = Path.of("");

    private String devices(Path line, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[5 + more.length];
        System.arraycopy(new String[] {"devices", "--roads", "tcp", "--phone", "serial:" + line}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        assertThat(TetherKey.run(new PrintWriter(out, true), new PrintWriter(err, true), words))
                .isZero();
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }

    /** The line is made anew after each program that has opened it, which takes a moment. */
    private static void assertSoon(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(holds);
    }

    private static final class NoDisplay implements PhoneDisplay {
        @Override
        public void show(Screen screen) {}

        @Override
        public void cable(CableState state) {}

        @Override
        public void winked() {}
    }

    @Test
    void phoneThatAnswersIsUsable() throws Exception {
        PtyPhonePort port = PtyPhonePort.listen(folder.resolve("phone"));
        try (PhoneServer phone = new PhoneServer(
                port,
                new FileFlashMedium(folder.resolve("flash.bin")),
                RandomSource.secure(),
                Clock.systemUTC(),
                new NoDisplay())) {
            phone.start();
            assertSoon(() -> assertThat(devices(port.link())).startsWith("serial:" + port.link() + "  usable"));
            assertSoon(() -> assertThat(devices(port.link(), "--json"))
                    .contains("\"address\":\"serial:" + port.link() + "\",\"road\":\"serial\"", "\"usable\":true"));
        }
    }

    @Test
    void lineOnWhichNobodyAnswersIsListedWithCodeAndRemedy() throws Exception {
        try (PtyPhonePort port = PtyPhonePort.listen(folder.resolve("silent"))) {
            assertSoon(() -> assertThat(devices(port.link()))
                    .startsWith("serial:" + port.link() + "  not usable")
                    .contains("TK-109 ", "Open TetherKey on the phone")
                    .doesNotContain("cause:"));
            assertSoon(() -> assertThat(devices(port.link(), "--json"))
                    .contains("\"usable\":false,\"code\":\"TK-109\"", "\"cause\":\"NO_ANSWER: "));
            assertSoon(() -> assertThat(devices(port.link(), "--verbose")).contains("cause: NO_ANSWER"));
        }
    }

    @Test
    void nothingPluggedInIsAnEmptyListWithItsReason() {
        assertThat(devices(folder.resolve("nothing"), "--json"))
                .startsWith("{\"version\":1,\"devices\":[")
                .endsWith("}\n");
        assertThat(devices(folder.resolve("nothing")))
                .as("a phone of this computer, or why there is none")
                .matches("(?s)(usb:.*|No phone: TK-1(10|15) [^\n]+\\. [^\n]+\\.\n)");
    }

    @Test
    void fileInPlaceOfALineIsNotUsable() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThat(devices(file)).contains("TK-114 ");
        assertThat(file).hasContent("mine");
    }
}
