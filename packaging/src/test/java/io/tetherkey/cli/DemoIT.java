package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a user starts it: a process that starts three others and ends with one sentence. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DemoIT {
    static final String WRONG_PASSWORD = "wrong-tide-77";
    static final String WRONG_KEY = "864209";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Run(int exit, String out, String err) {
        String lastLine() {
            return out.lines().reduce("", (first, second) -> second);
        }
    }

    private Run tetherkey(String... words) throws IOException, InterruptedException {
        Program program = Program.current();
        List<String> line = new ArrayList<>(List.of(
                program.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                program.classPath(),
                TetherKey.class.getName()));
        line.addAll(List.of(words));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = process.waitFor();
        return new Run(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    private Run demo(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("demo", "--headless", "--profile", profile().toString()));
        words.addAll(List.of(options));
        Run run = tetherkey(words.toArray(String[]::new));
        assertThat(LogLeaks.logs(profile()))
                .extracting(log -> log.getFileName().toString())
                .contains("bank.log", "phone.log", "desktop.log");
        assertThat(LogLeaks.in(profile(), run.out(), run.err())).isEmpty();
        return run;
    }

    private Path profile() {
        return folder.resolve("profile");
    }

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("hand.script"), text);
    }

    @Test
    void paysAndProvesItAndLeavesPicturesAndAReceipt() throws Exception {
        Path shots = folder.resolve("shots");
        Run run = demo("--bank", "harbour", "--amount", "128.00", "--shots", shots.toString());
        assertThat(run.lastLine())
                .as(run.out() + run.err())
                .matches("PAID order=[0-9a-f]{32} bank=harbour amount=128\\.00 CNY receipt=\\S+ verified");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> !line.startsWith("PAID ")))
                .allSatisfy(line -> assertThat(line).matches("STEP [a-z-]+ [0-9]+ .*"))
                .hasSizeGreaterThan(8);
        try (Stream<Path> pictures = Files.list(shots)) {
            assertThat(pictures)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(picture -> assertThat(picture)
                            .hasFileName(picture.getFileName().toString())
                            .isNotEmptyFile());
        }
        String orderId = run.lastLine().replaceAll("PAID order=([0-9a-f]{32}) .*", "$1");
        Path receipt = profile().resolve("receipts").resolve(orderId + ".tkreceipt");
        Run verified = tetherkey(
                "verify-receipt", receipt.toString(), "--profile", profile().toString());
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.lastLine())
                .startsWith("VERIFIED paid order=" + orderId + " bank=harbour")
                .contains("amount=128.00 CNY", " path=wired ");
        assertThat(changedBytesThatPass(receipt)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jade", "summit"})
    void everyOtherBankPaysToo(String bank) throws Exception {
        Run run = demo("--bank", bank, "--amount", "19.90");
        assertThat(run.lastLine())
                .as(run.out() + run.err())
                .matches("PAID order=[0-9a-f]{32} bank=" + bank + " amount=19\\.90 CNY receipt=\\S+ verified");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        String orderId = run.lastLine().replaceAll("PAID order=([0-9a-f]{32}) .*", "$1");
        byte[] receipt = Files.readAllBytes(profile().resolve("receipts").resolve(orderId + ".tkreceipt"));
        assertThat(VerifyReceiptCommand.verify(receipt, profile()).receipt().bankId())
                .isEqualTo(bank);
        receipt[receipt.length / 2] ^= 1;
        assertThatThrownBy(() -> VerifyReceiptCommand.verify(receipt, profile()))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        refused -> assertThat(refused.code()).isEqualTo("TK-704"));
    }

    /** The offsets whose change the verifier does not notice. */
    private static List<Integer> changedBytesThatPass(Path receipt) throws IOException {
        byte[] file = Files.readAllBytes(receipt);
        List<Integer> passed = new ArrayList<>();
        for (int offset = 0; offset < file.length; offset++) {
            byte[] changed = file.clone();
            changed[offset] ^= 0x01;
            try {
                VerifyReceiptCommand.verify(changed, null);
                passed.add(offset);
            } catch (CommandFailure refused) {
                assertThat(refused.code()).isEqualTo("TK-704");
            }
        }
        return passed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "summit"})
    void logsInToTheBanksPages(String bank) throws Exception {
        Path shots = folder.resolve("shots");
        Run run = demo("--login", "--bank", bank, "--shots", shots.toString());
        assertThat(run.lastLine()).as(run.out() + run.err()).isEqualTo("LOGGED-IN bank=" + bank + " verified");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> !line.startsWith("LOGGED-IN ")))
                .allSatisfy(line -> assertThat(line).matches("STEP [a-z-]+ [0-9]+ .*"))
                .extracting(line -> line.split(" ")[1])
                .containsSubsequence("page", "bank", "certificate", "login", "payment-key", "account", "books");
        assertThat(run.out()).doesNotContain("finish?code=");
        try (Stream<Path> pictures = Files.list(shots)) {
            assertThat(pictures)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
        }
        for (Path log : LogLeaks.logs(profile())) {
            assertThat(log).content().doesNotContain("finish?code=", "tetherkey:");
        }
    }

    @Test
    void loginWithAWrongPaymentKeyIsCountedAndLogsNobodyIn() throws Exception {
        Path script = script("""
                on "Wrong payment key" do press cancel
                on "Log in on the bank" do type %s
                """.formatted(WRONG_KEY));
        Run run = demo("--login", "--phone-script", script.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).matches("(?s)TK-[0-9]{3} .+").contains("Debited: 0.00 CNY.", "9 of 10");
        assertThat(run.out()).doesNotContain("LOGGED-IN");
    }

    @Test
    void wrongPasswordEndsWithItsOwnSentenceAndCostsNothing() throws Exception {
        Run run = demo("--password", WRONG_PASSWORD);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("TK-401 User name or password is wrong.")
                .contains("Debited: 0.00 CNY.", "10 of 10");
        assertThat(run.out()).doesNotContain("PAID");
    }

    @Test
    void wrongPaymentKeyIsCountedAndNothingIsDebited() throws Exception {
        Path script = script("""
                on "Wrong payment key" do press cancel
                on "Payment key" do type %s
                """.formatted(WRONG_KEY));
        Run run = demo("--phone-script", script.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).matches("(?s)TK-[0-9]{3} .+").contains("Debited: 0.00 CNY.", "9 of 10");
        assertThat(run.out()).doesNotContain("PAID");
    }

    @Test
    void declineOnThePhoneIsToldApart() throws Exception {
        Path script = script("""
                on "Payment key" do type 135790
                on "Pay .+ to" do press decline
                """);
        Run run = demo("--phone-script", script.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("TK-203 You declined on the phone.").contains("Debited: 0.00 CNY.");
        assertThat(run.out()).doesNotContain("PAID");
    }
}
