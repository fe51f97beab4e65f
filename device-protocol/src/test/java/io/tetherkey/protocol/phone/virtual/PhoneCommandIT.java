package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.TestEnrolments;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashInspection;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.flash.RecordType;
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
        runUntilItListens();

        assertThat(FlashInspection.of(medium()).entries())
                .extracting(FlashReport.Entry::type)
                .contains(RecordType.SLOT, RecordType.KEY);
    }

    @Test
    void freshPhoneHasNothingButThePinnedRoot() throws Exception {
        runUntilItListens("--fresh");

        assertThat(FlashInspection.of(medium()).entries())
                .extracting(FlashReport.Entry::type)
                .containsExactly(RecordType.DIRECTORY_PIN);
    }

    private void runUntilItListens(String... more) throws InterruptedException {
        CommandLine command = new CommandLine(new PhoneCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> CommandLine.ExitCode.SOFTWARE);
        Thread phone = Thread.ofPlatform().start(() -> {
            String[] words = {"--profile", profile.toString(), "--tcp", "0", "--headless"};
            command.execute(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
        });
        await().atMost(PATIENCE)
                .until(() -> Files.exists(profile.resolve("phone").resolve("address")));
        phone.interrupt();
        phone.join(PATIENCE);
        assertThat(phone.isAlive()).isFalse();
    }

    private FileFlashMedium medium() {
        return new FileFlashMedium(profile.resolve("phone").resolve("flash.bin"));
    }
}
