package io.tetherkey.desktop.kit;

import org.junit.jupiter.api.Test;

/** The test that TESTING.md explains. */
@TetherKeyTest
class FirstUiTestIT {

    @Test
    void orderIsPaid(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        DemoSite.Placed order = site.order("19.90");
        window.open(order);
        window.expect("#amount", "19.90");
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
        site.expectShopStatus(order, "paid");
    }
}
