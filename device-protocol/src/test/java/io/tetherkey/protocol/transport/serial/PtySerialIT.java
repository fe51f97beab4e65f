package io.tetherkey.protocol.transport.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportContractTest;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The serial transport over a pseudo-terminal, which unplugs as a real CDC-ACM port does. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the pseudo-terminals that this test makes.")
class PtySerialIT extends TransportContractTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected TransportListener listen() throws TransportException {
        return PtyPhonePort.listen(link());
    }

    @Override
    protected Transport connect() throws TransportException {
        return SerialTransport.open(link().toString());
    }

    private Path link() {
        return folder.resolve("phone");
    }

    private static TransportFault faultOfOpening(Path path) {
        return catchThrowableOfType(TransportException.class, () -> SerialTransport.open(path.toString()))
                .fault();
    }

    @Test
    void lineThatIsNotThereIsAbsent() {
        assertThat(faultOfOpening(folder.resolve("nothing"))).isEqualTo(TransportFault.ABSENT);
    }

    @Test
    void fileIsNotTakenForALine() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");

        assertThat(faultOfOpening(file)).isEqualTo(TransportFault.FAILED);
        assertThat(file).hasContent("text");
    }

    @Test
    void deviceThatIsNoLineIsRefused() {
        assertThat(faultOfOpening(Path.of("/dev/null"))).isEqualTo(TransportFault.FAILED);
    }

    @Test
    void lineThatAnotherProgramHoldsIsInUseUntilThatEnds() throws Exception {
        Process other = SerialProbe.start(List.of(), link().toString());
        try (BufferedReader out = other.inputReader()) {
            assertThat(out.readLine()).isEqualTo("OPEN");
            assertThat(faultOfOpening(link())).isEqualTo(TransportFault.IN_USE);
        } finally {
            other.destroyForcibly();
        }
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> connect().close());
    }

    @Test
    void phoneThatIsUnpluggedAndPluggedAgainAtOnceCanBeOpenedEachTime() throws Exception {
        try (PtyPhonePort port = PtyPhonePort.listen(folder.resolve("again"))) {
            for (int i = 0; i < 20; i++) {
                try (Transport host = SerialTransport.open(port.link().toString());
                        Transport phone = port.accept(SOON).orElseThrow()) {
                    phone.write(new byte[] {(byte) i});
                    byte[] one = new byte[1];
                    assertThat(host.read(one, SOON)).isEqualTo(1);
                    assertThat(one).containsExactly(i);
                    port.unplug();
                    assertThat(host.read(one, SOON)).isEqualTo(-1);
                }
                port.plug();
                await().atMost(SOON).until(() -> Files.exists(port.link()));
            }
        }
    }

    /** The system lets go of such a write only when the phone is unplugged. */
    @Test
    void writeThatThePhoneDoesNotTakeEndsWhenTheLineIsClosed() throws Exception {
        try (PtyPhonePort deaf = PtyPhonePort.listen(folder.resolve("deaf"))) {
            Transport host = SerialTransport.open(deaf.link().toString());
            CompletableFuture<TransportException> thrown = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(TransportException.class, () -> host.write(new byte[2_000_000])));
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            host.close();

            assertThat(thrown.get(60, TimeUnit.SECONDS).fault()).isEqualTo(TransportFault.UNPLUGGED);
            assertThat(faultOfOpening(deaf.link())).isEqualTo(TransportFault.NO_ANSWER);
            deaf.unplug();
            deaf.plug();
            await().atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> SerialTransport.open(deaf.link().toString()).close());
        }
    }
}
