package io.tetherkey.desktop.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import org.junit.jupiter.api.Test;

/** Links that come while another payment is under way. */
@TetherKeyTest
class QueueIT {

    @Test
    void secondOrderWaitsVisiblyAndOpensWhenTheFirstIsPaid(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        window.open(site.order("19.90"));
        DemoSite.Placed second = site.order("42.00");
        window.openLink(second.link());
        window.expectStart("#waiting-title", "Next: ");
        window.expectPart("#waiting-title", "42.00\u00a0CNY");
        window.expectStart("#waiting-detail", "Opens after this payment.");
        window.expect("#amount", "19.90");

        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
        window.press("#done");
        window.expect("#amount", "42.00");
        window.expectGone("#waiting");
        site.expectShopStatus(second, "waiting");
    }

    @Test
    void floodOfLinksEndsInOneNoticeAndDrivesNothingOut(DemoSite site, WindowOnTest window) throws Exception {
        window.open(site.order("19.90"));
        window.openLink(site.order("42.00").link());
        window.expectPart("#waiting-title", "42.00\u00a0CNY");
        String third = site.order("7.00").link();
        for (int i = 0; i < 20; i++) {
            window.openLink("tetherkey://pay?order=AQID");
            window.openLink(third);
        }
        window.expect("#notice-code", "TK-509");
        window.expect("#amount", "19.90");
        window.expectPart("#waiting-title", "42.00\u00a0CNY");
        assertThat(window.texts().stream().filter(text -> text.contains("TK-509")))
                .hasSize(1);

        window.press("#drop-waiting");
        window.expectGone("#waiting");
        window.openLink(third);
        window.expectPart("#waiting-title", "7.00\u00a0CNY");
        window.press("#cancel-order");
        window.expect("#amount", "7.00");
    }
}
