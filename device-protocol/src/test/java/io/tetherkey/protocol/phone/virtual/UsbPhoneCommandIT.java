package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.host.FoundPhone;
import io.tetherkey.protocol.host.PhoneProbe;
import io.tetherkey.protocol.host.StandardTransports;
import io.tetherkey.protocol.host.UsbDiscovery;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The phone as a program that plugs itself into the computer that it runs on. */
@Tag("usb")
@Timeout(120)
class UsbPhoneCommandIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path profile = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"", " --accessory"})
    void phoneThatPlugsItselfInIsFoundAndAnswersUntilItEnds(String more) throws Exception {
        Thread phone = Thread.ofPlatform()
                .start(() -> new CommandLine(new PhoneCommand())
                        .setExecutionExceptionHandler((failure, line, parsed) -> CommandLine.ExitCode.SOFTWARE)
                        .execute(
                                ("--profile " + profile + " --usbip 0 --attach --fresh --headless" + more).split(" ")));
        try (UsbDiscovery found = UsbDiscovery.start(SilentPhones.inMemory(), () -> {})) {
            List<FoundPhone> phones = await().atMost(SOON).until(found::found, all -> !all.isEmpty());
            assertThat(new PhoneProbe(new StandardTransports(), new SecureRandom(), SOON)
                            .trouble(phones.getFirst().address()))
                    .isEmpty();
            phone.interrupt();
            assertThat(phone.join(SOON)).isTrue();
            await().atMost(SOON).untilAsserted(() -> assertThat(found.found()).isEmpty());
        }
    }
}
