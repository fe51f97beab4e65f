package io.tetherkey.desktop.flows;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.Flash;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import org.junit.jupiter.api.Test;

/** A new user with a phone out of its box, who does what the window says next. */
@TetherKeyTest(flash = Flash.EMPTY)
class FirstStartIT {

    @Test
    void windowLeadsFromTheCableToTheFirstPaidOrder(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        phone.unplug();
        window.expect("#rest-title", "Plug your phone in");
        phone.plug();
        window.expect("#rest-title", "Look at your phone");
        phone.trustComputer();
        window.expect("#rest-title", "Set up your first bank");

        DemoSite.Placed order = site.order("19.90");
        window.openLink(order.link());
        window.expect("#order-guide", "Set up a bank for this order");
        window.expectGone("#pay");
        window.press("#order-guide-action");
        window.expectShown("#order-waits");
        window.press("#enrol-harbour");
        window.write("#enrol-user", DemoSite.USER);
        window.press("#enrol-begin");
        phone.enterActivationCode(site.letter("harbour"));
        phone.choosePaymentKey("246802");
        window.expect("#enrol-title", "Payment enabled");
        window.press("#enrol-done");

        window.expectShown("#pay");
        window.expectGone("#order-waits");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.enterKey("246802");
        window.expectStart("#left", "The phone waits ");
        phone.approve();
        window.expect("#result-title", "Paid");
        site.expectShopStatus(order, "paid");
    }
}
