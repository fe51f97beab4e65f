package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.TestEnrolments;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashInspection;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.flash.RecordType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The phone as a program, on a profile whose phone has a bank. */
class PhoneCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path profile;

    @BeforeEach
    void provision() throws Exception {
        TestBank bank = new TestBank();
        bank.provision(medium());
        new TestEnrolments(bank).pin(medium());
    }

    @Test
    void phoneKeepsItsBanksFromOneStartToTheNext() throws Exception {
        runUntilItListens("--tcp", "0");

        assertThat(FlashInspection.of(medium()).entries())
                .extracting(FlashReport.Entry::type)
                .contains(RecordType.SLOT, RecordType.KEY);
    }

    @Test
    void freshPhoneHasNothingButThePinnedRoot() throws Exception {
        runUntilItListens("--tcp", "0", "--fresh");

        assertThat(FlashInspection.of(medium()).entries())
                .extracting(FlashReport.Entry::type)
                .containsExactly(RecordType.DIRECTORY_PIN);
    }

    @Test
    void phoneOnUsbSaysHowItIsPluggedIn() throws Exception {
        assertThat(runUntilItListens("--usbip", "0"))
                .containsPattern(
                        "sudo modprobe vhci-hcd; " + "sudo usbip --tcp-port [0-9]+ attach -r 127\\.0\\.0\\.1 -b 1-1");
    }

    /** @return what it printed */
    private String runUntilItListens(String... more) throws InterruptedException {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new PhoneCommand())
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> CommandLine.ExitCode.SOFTWARE);
        Thread phone = Thread.ofPlatform().start(() -> {
            String[] words = {"--profile", profile.toString(), "--headless"};
            command.execute(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
        });
        await().atMost(PATIENCE)
                .until(() -> Files.exists(profile.resolve("phone").resolve("address")));
        phone.interrupt();
        phone.join(PATIENCE);
        assertThat(phone.isAlive()).isFalse();
        return out.toString();
    }

    private FileFlashMedium medium() {
        return new FileFlashMedium(profile.resolve("phone").resolve("flash.bin"));
    }
}
