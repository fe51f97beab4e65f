package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Cable;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The window with the real bank and a phone on a serial line that is pulled at each step")
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the pseudo-terminals that this test makes.")
@TetherKeyTest(cable = Cable.LINE)
class LinePaymentIT {

    /** When the cable is pulled, and put in again. */
    enum Pulled {
        NEVER,
        WHEN_THE_LOGIN_IS_SENT,
        WHEN_THE_KEY_IS_ASKED,
        WHEN_THE_KEY_IS_TYPED,
        WHEN_APPROVAL_IS_ASKED,
        WHEN_IT_IS_APPROVED
    }

    @ParameterizedTest
    @EnumSource
    void isPaidOnceAndNoTryIsLost(Pulled pulled, DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        DemoSite.Placed order = site.order("128.00");
        window.open(order);
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        pullIf(pulled == Pulled.WHEN_THE_LOGIN_IS_SENT, phone);
        phone.expect(Screen.EnterPaymentKey.class);
        pullIf(pulled == Pulled.WHEN_THE_KEY_IS_ASKED, phone);
        assertThat(phone.expect(Screen.EnterPaymentKey.class).attemptsLeft()).isEqualTo(10);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        pullIf(pulled == Pulled.WHEN_THE_KEY_IS_TYPED, phone);
        assertThat(phone.approvalAsked().request().orderId()).isEqualTo(order.orderId());
        pullIf(pulled == Pulled.WHEN_APPROVAL_IS_ASKED, phone);
        phone.approve();
        pullIf(pulled == Pulled.WHEN_IT_IS_APPROVED, phone);

        window.expect("#result-title", "Paid");
        site.expectShopStatus(order, "paid");
        window.until("the receipt", () -> Files.exists(site.receipt(order)));
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(site.receipt(order)))
                        .order()
                        .orderId())
                .isEqualTo(order.orderId());
    }

    private static void pullIf(boolean now, PhoneInHand phone) {
        if (now) {
            phone.unplug();
            phone.plug();
        }
    }
}
