package io.tetherkey.desktop.app;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.phone.Road;
import io.tetherkey.desktop.phone.RoadChoice;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.host.HostReach;
import io.tetherkey.protocol.phone.virtual.usbip.LocalUsbSocket;
import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** The three roads to a phone on USB: what the phone shows, and where the computer looks. */
    enum UsbWay {
        BULK(UsbFace.TETHERKEY, Road.USB),
        ACCESSORY(UsbFace.ANDROID, Road.USB),
        SERIAL(UsbFace.TETHERKEY, Road.SERIAL);

        private final UsbFace face;
        private final Road road;

        UsbWay(UsbFace face, Road road) {
            this.face = face;
            this.road = road;
        }

        Roads roads() {
            return new Roads(new RoadChoice(Set.of(road), HostReach.NEARBY), List::of);
        }
    }

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
        try (PullingPerson person = new PullingPerson(
                LocalUsbSocket.plugIn(0, way.face, "VPHONE0001"),
                site.profile().resolve("phone").resolve("flash.bin"))) {
            new PulledPayment(site, person).payWithPullsAt(EnumSet.allOf(PaymentStep.class), way.roads());
        }
    }
}
