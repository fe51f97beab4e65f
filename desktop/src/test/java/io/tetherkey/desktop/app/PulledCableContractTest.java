package io.tetherkey.desktop.app;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.transport.TransportListener;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments whose cable is pulled and put in again at each of their steps; one subclass a cable. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PulledCableContractTest {
    @SuppressWarnings("NullAway.Init")
    private DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private PullingPerson person;

    /** A new phone's socket, in a folder for what belongs to it. */
    abstract TransportListener listen(Path folder) throws Exception;

    /** The ways on which the computer looks for the phone. */
    abstract Roads roads();

    @BeforeAll
    void switchOn(@TempDir Path folder) throws Exception {
        site = DemoSite.fresh(folder.resolve("profile"));
        person = new PullingPerson(
                listen(folder), site.profile().resolve("phone").resolve("flash.bin"));
    }

    @AfterAll
    void switchOff() throws Exception {
        person.close();
        site.close();
    }

    @Test
    void paymentIsMadeWithACableThatHolds() throws Exception {
        new PulledPayment(site, person).payWithPullsAt(Set.of(), roads());
    }

    @ParameterizedTest
    @EnumSource
    void paymentIsMadeThoughTheCableIsPulledAt(PaymentStep step) throws Exception {
        new PulledPayment(site, person).payWithPullsAt(Set.of(step), roads());
    }

    @Test
    void paymentIsMadeThoughTheCableIsPulledAtEveryStep() throws Exception {
        new PulledPayment(site, person).payWithPullsAt(EnumSet.allOf(PaymentStep.class), roads());
    }
}
