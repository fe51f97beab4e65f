package io.tetherkey.protocol.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tetherkey.protocol.message.LinkReply.Done;
import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the pseudo-terminals that this test makes.")
class PhoneMonitorPtyIT extends PhoneMonitorContractTest {
    private static final byte[] MODEM_TALK = "AT\r\nATE0\r\nAT+GCAP\r\n\0\0\u007f~AT+CGMI\r\n".getBytes(US_ASCII);

    @TempDir
    private Path folder = Path.of("");

    @Override
    TransportListener listen() throws TransportException {
        return PtyPhonePort.listen(folder.resolve("phone"));
    }

    @Override
    PhoneAddress address() {
        return new PhoneAddress(
                PhoneAddress.Kind.SERIAL, folder.resolve("phone").toString());
    }

    @Override
    PhoneMonitor monitor(List<PhoneAddress> addresses) {
        return new PhoneMonitor(addresses);
    }

    /** A modem manager may talk to a new port before and while we do, and the port may echo. */
    @Test
    void talkForAModemBeforeTheGreetingDoesNotHinderIt() throws Exception {
        PtyPhonePort noisy = PtyPhonePort.listen(folder.resolve("noisy"));
        PhoneAddress place =
                new PhoneAddress(PhoneAddress.Kind.SERIAL, noisy.link().toString());
        try (FakePhone fake = new FakePhone(new Noisy(noisy), _ -> new Done());
                PhoneMonitor watching = new PhoneMonitor(() -> List.of(place), at -> {
                    Transport line = new StandardTransports().open(at);
                    line.write(MODEM_TALK);
                    return line;
                })) {
            watching.start(diary);
            diary.next(Diary.Entry.Plugged.class, SOON).phone().wink();
        }
    }

    /** A phone whose line says other things first. */
    private record Noisy(TransportListener port) implements TransportListener {
        @Override
        public Optional<Transport> accept(Duration timeout) throws TransportException {
            Optional<Transport> accepted = port.accept(timeout);
            if (accepted.isPresent()) {
                accepted.get().write(MODEM_TALK);
            }
            return accepted;
        }

        @Override
        public void plug() {
            port.plug();
        }

        @Override
        public void unplug() {
            port.unplug();
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
