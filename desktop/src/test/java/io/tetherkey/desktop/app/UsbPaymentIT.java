package io.tetherkey.desktop.app;

import io.tetherkey.desktop.kit.DemoSite;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A payment over real USB, found by the computer itself, whose cable is pulled at each step")
@Tag("usb")
@Timeout(240)
class UsbPaymentIT {
    @TempDir
    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static DemoSite site;

    @BeforeAll
    static void openTheBank() throws Exception {
        site = DemoSite.fresh(folder.resolve("profile"));
    }

    @AfterAll
    static void closeTheBank() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void paymentIsMadeThoughTheCableIsPulledAtEveryStep(UsbWay way) throws Exception {
        try (PullingPerson person =
                new PullingPerson(way.plugIn(), site.profile().resolve("phone").resolve("flash.bin"))) {
            new PulledPayment(site, person).payWithPullsAt(EnumSet.allOf(PaymentStep.class), way.roads());
        }
    }
}
