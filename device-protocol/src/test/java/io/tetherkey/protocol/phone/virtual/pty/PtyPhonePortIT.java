package io.tetherkey.protocol.phone.virtual.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the pseudo-terminals that this test makes.")
class PtyPhonePortIT {
    @TempDir
    private Path folder = Path.of("");

    private Path link() {
        return folder.resolve("phone");
    }

    private TransportFault faultOfListening() {
        return catchThrowableOfType(TransportException.class, () -> PtyPhonePort.listen(link()))
                .fault();
    }

    @Test
    void linkIsThereWhilePluggedAndGoneAfterwards() throws Exception {
        try (PtyPhonePort port = PtyPhonePort.listen(link())) {
            assertThat(Files.readSymbolicLink(link()).toString()).startsWith("/dev/pts/");
            port.unplug();
            assertThat(Files.exists(link(), LinkOption.NOFOLLOW_LINKS)).isFalse();
            port.plug();
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(link()));
        }
        assertThat(Files.exists(link(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void linkThatAnEndedPhoneLeftIsReplaced() throws Exception {
        Files.createSymbolicLink(link(), Path.of("/dev/pts/999999"));
        try (PtyPhonePort port = PtyPhonePort.listen(link())) {
            assertThat(port.link().toRealPath()).isNotEqualTo(Path.of("/dev/pts/999999"));
        }
    }

    @Nested
    class LeavesAlone {
        @Test
        void aFile() throws Exception {
            Files.writeString(link(), "mine");
            assertThat(faultOfListening()).isEqualTo(TransportFault.IN_USE);
            assertThat(link()).hasContent("mine");
        }

        @Test
        void aLinkThatLeadsElsewhere() throws Exception {
            Files.createSymbolicLink(link(), folder.resolve("nothing-yet"));
            assertThat(faultOfListening()).isEqualTo(TransportFault.IN_USE);
            assertThat(Files.readSymbolicLink(link())).isEqualTo(folder.resolve("nothing-yet"));
        }

        @Test
        void theLinkOfAnotherPhone() throws Exception {
            try (PtyPhonePort other = PtyPhonePort.listen(link())) {
                Path line = Files.readSymbolicLink(other.link());
                assertThat(faultOfListening()).isEqualTo(TransportFault.IN_USE);
                assertThat(Files.readSymbolicLink(link())).isEqualTo(line);
            }
        }

        @Test
        void whatTookTheLinksPlaceMeanwhile() throws IOException {
            try (PtyPhonePort port = PtyPhonePort.listen(link())) {
                Files.delete(port.link());
                Files.writeString(link(), "mine");
            }
            assertThat(link()).hasContent("mine");
        }
    }
}
