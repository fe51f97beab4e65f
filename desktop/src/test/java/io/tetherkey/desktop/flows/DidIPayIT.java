package io.tetherkey.desktop.flows;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.message.SlotResult;
import java.util.Optional;
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
        window.expect("#now-code", "TK-601");
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
        window.expect("#result-title", "Payment not confirmed yet");
        window.press("#done");
        window.expectShown("#open-question");
        window.expectShown("#rest-title");
        window.turnTo(Page.HISTORY);
        site.startAgain();
        window.expect("#result-code", "TK-512");
        window.expect("#result-title", "Not paid");
        window.expectGone("#open-question");
        site.expectShopStatus(order, "waiting");
    }

    /** Another order can be paid meanwhile, and the history does not forget the first. */
    @Test
    void questionThatWasLeftIsAskedAgainFromTheHistory(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        DemoSite.Placed order = approveWhileTheBankIsAway(site, phone, window);
        window.press("#cancel");
        window.expect("#result-title", "Payment not confirmed yet");
        window.press("#done");
        window.press("#check-later");
        window.expectGone("#open-question");
        site.startAgain();
        window.turnTo(Page.HISTORY);
        window.expectPart("#history-rows", "Not confirmed yet");
        window.act(() -> {
            var history = window.model().history();
            history.choose(Optional.of(history.rows().getFirst()));
        });
        window.press("#history-ask-again");
        window.expect("#result-code", "TK-512");
        site.expectShopStatus(order, "waiting");
        window.turnTo(Page.HISTORY);
        window.until(
                "no open payment",
                () -> window.model().history().allProperty().get().stream()
                        .noneMatch(entry -> entry.result() == SlotResult.NONE));
    }
}
