package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.TransportOpener;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A phone that is left alone because TetherKey on it did not answer before")
@Timeout(240)
class LeftAlonePhoneIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final PhoneAddress HERE = new PhoneAddress(PhoneAddress.Kind.MEMORY, "here");

    @TempDir
    private Path folder = Path.of("");

    private final MemoryPhonePort port = new MemoryPhonePort();
    private final AtomicBoolean askedAgain = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init")
    private DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private PullingPerson person;

    @SuppressWarnings("NullAway.Init")
    private WindowlessDesktop desktop;

    /** Opens nothing before somebody wishes it. */
    private final class Reluctant implements TransportOpener {
        @Override
        public Transport open(PhoneAddress address) throws TransportException {
            if (!askedAgain.get()) {
                throw new TransportException(TransportFault.LEFT_ALONE, "It did not answer before.");
            }
            return port.connect();
        }

        @Override
        public void askAgain() {
            askedAgain.set(true);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        site = DemoSite.fresh(folder.resolve("profile"));
        person = new PullingPerson(port, site.profile().resolve("phone").resolve("flash.bin"));
        desktop = new WindowlessDesktop(
                site.profile(), Roads.only(() -> List.of(HERE), new Reluctant()), person::reached);
        await().atMost(LIMIT).until(() -> desktop.phone().equals(new PhoneState.Unusable(Fault.PHONE_LEFT_ALONE)));
    }

    @AfterEach
    void end() throws Exception {
        desktop.close();
        person.close();
        site.close();
    }

    @Test
    void isTriedWhenTheUserChecksAgain() throws Exception {
        desktop.checkAgain();
        desktop.awaitReady();
    }

    @Test
    void isTriedWhenTheGuidesButtonIsPressed() throws Exception {
        desktop.followTheGuide();
        desktop.awaitReady();
    }

    @Test
    void isTriedWhenAPaymentBegins() throws Exception {
        desktop.open(site.order("1.00").link());
        desktop.awaitReady();
    }

    @Test
    void isNotTriedForALinkThatIsRefused() throws Exception {
        String link = site.order("1.00").link();
        desktop.open(link.substring(0, link.length() - 8));
        await().atMost(LIMIT).until(desktop::hasNotice);
        assertThat(askedAgain).isFalse();
    }
}
