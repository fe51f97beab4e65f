package io.tetherkey.desktop.flows;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.window.Page;
import org.junit.jupiter.api.Test;

/** The bank goes away when the user has approved, and the window finds out by itself what became of it. */
@TetherKeyTest
class DidIPayIT {

    private static DemoSite.Placed approveWhileTheBankIsAway(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        DemoSite.Placed order = site.order("19.90");
        window.open(order);
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approvalAsked();
        site.stop();
        phone.approve();
        window.expectPart("#now", "TK-601");
        return order;
    }

    @Test
    void paymentGoesOnByItselfOnceTheBankIsBack(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        DemoSite.Placed order = approveWhileTheBankIsAway(site, phone, window);
        site.startAgain();
        window.expect("#result-title", "Paid");
        site.expectShopStatus(order, "paid");
    }

    /** The consent never reached the bank, so the bank's word is that nothing was paid. */
    @Test
    void questionThatWasPutAsideIsAnsweredOnAnyPage(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        DemoSite.Placed order = approveWhileTheBankIsAway(site, phone, window);
        window.press("#cancel");
        window.expect("#result-title", "Not certain yet");
        window.press("#done");
        window.expectShown("#open-question");
        window.expectShown("#rest-title");
        window.turnTo(Page.HISTORY);
        site.startAgain();
        window.expect("#notice-sentence", "You cancelled. Nothing was paid.");
        window.expectGone("#open-question");
        site.expectShopStatus(order, "waiting");
    }
}
