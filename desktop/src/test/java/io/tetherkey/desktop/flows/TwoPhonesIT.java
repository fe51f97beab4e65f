package io.tetherkey.desktop.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Cable;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.protocol.phone.screen.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two phones at one computer: the demo's, and one out of its box. */
@TetherKeyTest(cable = Cable.TCP)
class TwoPhonesIT {

    @TempDir
    private Path folder;

    private PhoneInHand plugAnother(DemoSite site, WindowOnTest window) throws Exception {
        Path flash = folder.resolve("other.bin");
        PhoneInHand.makeEmpty(flash, site.profile());
        PhoneInHand other = PhoneInHand.switchOn(flash);
        other.unlock();
        window.alsoPlug(other);
        return other;
    }

    @Test
    void userChoosesAmongThemAndBack(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        window.expectGone("#phones");
        try (PhoneInHand other = plugAnother(site, window)) {
            window.expectStart("#phone-name-2", "Phone 2: ");
            window.expectShown("#phone-used-1");
            window.press("#phone-wink-2");
            window.expectStart("#phones-told", "This phone does not trust this computer yet.");

            window.press("#phone-use-2");
            window.expect("#rest-title", "Look at your phone");
            other.trustComputer();
            window.expect("#rest-title", "Set up your first bank");
            window.expectShown("#phone-used-2");
            window.press("#phone-use-1");
            window.expectShown("#bank-row-harbour");
            phone.unplug();
            window.expect("#rest-title", "Set up your first bank");
        }
    }

    @Test
    void paymentUnderWayKeepsItsPhone(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        try (PhoneInHand other = plugAnother(site, window)) {
            window.expectShown("#phone-use-2");
            DemoSite.Placed order = site.order("19.90");
            window.open(order);
            window.chooseBank("harbour");
            window.logIn(DemoSite.USER, DemoSite.PASSWORD);
            phone.expect(Screen.EnterPaymentKey.class);
            window.until(
                    "the choice to be closed",
                    () -> window.model().phones().boundProperty().get());
            window.act(() -> window.model()
                    .phones()
                    .choose(window.model().phones().rows().get(1)));
            phone.unplug();
            window.expect("#now", "Plug your phone in.");
            assertThat(other.screen()).isNotInstanceOf(Screen.TrustComputer.class);
            phone.plug();
            phone.enterKey(DemoSite.PAYMENT_KEY);
            phone.approve();
            window.expect("#result-title", "Paid");
            site.expectShopStatus(order, "paid");
        }
    }

    /** It has crashed and is started again, and gets another address; nothing is asked and the payment goes on. */
    @Test
    void paymentGoesOnWithItsPhoneAtAnotherSocket(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        Path copy = folder.resolve("copy.bin");
        try (PhoneInHand other = plugAnother(site, window)) {
            window.expectShown("#phone-use-2");
            DemoSite.Placed order = site.order("21.50");
            window.open(order);
            window.chooseBank("harbour");
            window.logIn(DemoSite.USER, DemoSite.PASSWORD);
            phone.expect(Screen.EnterPaymentKey.class);
            phone.unplug();
            Files.copy(site.profile().resolve("phone").resolve("flash.bin"), copy);
            try (PhoneInHand again = PhoneInHand.switchOn(copy)) {
                again.unlock();
                window.alsoPlug(again);
                again.enterKey(DemoSite.PAYMENT_KEY);
                again.approve();
                window.expect("#result-title", "Paid");
                assertThat(other.screen()).isNotInstanceOf(Screen.TrustComputer.class);
            }
            site.expectShopStatus(order, "paid");
        }
    }
}
