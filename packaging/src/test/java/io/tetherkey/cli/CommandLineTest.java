package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return TetherKey.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    @Test
    void versionIsTheOneOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("TetherKey [0-9]+\\.[0-9]+\\.[0-9]+\\RJava 2[5-9].*\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "demo", "bank", "phone", "conformance", "devices", "verify-receipt"})
    void everyCommandIsListedAndHasHelp(String command) {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("  " + command + " ");
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: tetherkey " + command);
    }

    @Test
    void misspelledCommandIsRefusedWithTheKnownOnes() {
        assertThat(run("dmeo")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("TK-705 'dmeo' is not a command; known: ")
                .contains("demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:mysql://127.0.0.1/bank?password=s3cret", "jdbc:postgresql://db.example/bank", "bank.db"})
    void bankRefusesAnotherDatabaseBeforeAnythingStarts(String url, @TempDir Path folder) {
        Path profile = folder.resolve("profile");
        assertThat(run("bank", "--profile", profile.toString(), "--db", url)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("TK-705 --db takes jdbc:sqlite:FILE or jdbc:postgresql://127.0.0.1")
                .doesNotContain("s3cret")
                .hasLineCount(1);
        assertThat(profile).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--attach", "--accessory"})
    void phoneOnAnotherCableRefusesWhatOnlyUsbHas(String option, @TempDir Path folder) {
        assertThat(run("phone", "--headless", "--profile", folder.toString(), "--tcp", "0", option))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("TK-705 ").contains("--accessory and --attach go with --usbip");
    }

    @Nested
    class DemoRefusesBeforeAnythingStarts {
        @TempDir
        @SuppressWarnings("NullAway.Init")
        private Path folder;

        @ParameterizedTest
        @ValueSource(strings = {"0", "0.00", "-5", "1.234", "100000.01", "much", ""})
        void badAmount(String amount) {
            assertThat(run("demo", "--headless", "--amount", amount)).isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-705 --amount takes yuan from 0.01 to 100000.00");
            assertThat(out.toString()).isEmpty();
        }

        @Test
        void unknownBank() {
            assertThat(run("demo", "--headless", "--bank", "moon")).isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-609 There is no bank 'moon' here; known: ");
        }

        @Test
        void freshPhoneWithoutADisplay() {
            assertThat(run("demo", "--headless", "--fresh-phone")).isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-705 --fresh-phone is for a person at a display");
            assertThat(out.toString()).isEmpty();
        }

        @Test
        void scriptWithABadLineNamesItsNumber() throws IOException {
            Path script = Files.writeString(folder.resolve("hand.script"), "# fine\non \"x\" do jump\n");
            assertThat(run("demo", "--headless", "--phone-script", script.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-703 ").contains("line 2");
        }

        @Test
        void missingScript() {
            Path script = folder.resolve("none.script");
            assertThat(run("demo", "--headless", "--phone-script", script.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-705 --phone-script names a file that cannot be read");
        }

        @Test
        void profileThatIsAFile() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "x");
            assertThat(run("demo", "--headless", "--profile", file.toString())).isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-705 --profile takes a folder");
            assertThat(file).hasContent("x");
        }
    }

    @Nested
    class Conformance {
        @Test
        void listNamesEveryCaseWithItsRequirement() {
            assertThat(run("conformance", "--list", "--group", "link,enc")).isZero();
            assertThat(out.toString().lines())
                    .hasSizeGreaterThan(100)
                    .allMatch(line -> line.matches("(LINK|ENC)-[PF]-[0-9]{2}  [A-Z0-9].+\\."));
        }

        @Test
        void scriptForAVirtualPhoneIsPrinted() {
            assertThat(run("conformance", "--print-script")).isZero();
            assertThat(out.toString()).contains("on \"^Trust this computer");
        }

        @ParameterizedTest
        @ValueSource(strings = {"LINK-P-99", "LINK-X-01", "link"})
        void unknownCaseIsRefused(String id) {
            assertThat(run("conformance", "--phone", "tcp://127.0.0.1:1", "--case", id))
                    .isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-705 There is no case " + id);
        }

        @Test
        void badAddressIsRefused() {
            assertThat(run("conformance", "--phone", "here")).isEqualTo(1);
            assertThat(run("conformance")).isEqualTo(1);
            assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("TK-105 --phone takes"));
        }
    }

    @Nested
    class Receipts {
        @TempDir
        @SuppressWarnings("NullAway.Init")
        private Path folder;

        @Test
        void fileThatIsNoReceiptIsRefused() throws IOException {
            Path file = Files.writeString(folder.resolve("x.tkreceipt"), "not a receipt");
            assertThat(run("verify-receipt", file.toString())).isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-704 ");
            assertThat(out.toString()).isEmpty();
        }

        @Test
        void missingFileIsToldApart() {
            assertThat(run("verify-receipt", folder.resolve("none").toString())).isEqualTo(1);
            assertThat(err.toString()).startsWith("TK-705 The file ");
        }

        @Test
        void verboseAddsTheCause() throws IOException {
            Path file = Files.writeString(folder.resolve("x.tkreceipt"), "not a receipt");
            assertThat(run("verify-receipt", "--verbose", file.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("TK-704 ", "Caused by: ");
        }
    }
}
