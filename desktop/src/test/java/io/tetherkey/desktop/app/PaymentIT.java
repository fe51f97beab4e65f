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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment in the window with the real bank and the virtual phone")
@TetherKeyTest(cable = Cable.TCP)
class PaymentIT {

    @SuppressWarnings("NullAway.Init")
    private DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private PhoneInHand phone;

    @SuppressWarnings("NullAway.Init")
    private WindowOnTest window;

    @BeforeEach
    void begin(DemoSite demo, PhoneInHand held, WindowOnTest shown) {
        site = demo;
        phone = held;
        window = shown;
    }

    /** How often the monitor looks is for BackOffTest; how long a busy machine takes besides says nothing of the app. */
    @Test
    void plugAndUnplugAreSeenEachTime() {
        for (int round = 0; round < 5; round++) {
            phone.unplug();
            window.until(
                    "the unplugging to be seen",
                    () -> !window.text("#phone-detail").equals("Connected and ready"));
            phone.plug();
            window.expect("#phone-detail", "Connected and ready");
            window.expect("#attempts-harbour", "10 of 10 tries left");
        }
    }

    @Test
    void lockedPhoneIsToldAndUnlockingIsSeen() {
        phone.lock();
        phone.unplug();
        phone.plug();
        window.expect("#phone-title", "Phone locked");
        phone.unlock();
        window.expect("#phone-detail", "Connected and ready");
    }

    @Test
    void paymentIsPaidAndItsReceiptHolds() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn(DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        Screen.ApprovePayment asked = phone.approvalAsked();
        assertThat(asked.request().orderId()).isEqualTo(order.orderId());
        assertThat(asked.request().amount()).hasToString("128.00 CNY");
        phone.approve();
        window.expect("#result-title", "Paid");
        assertThat(window.text("#receipt-number")).isNotEmpty();
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(site.receipt(order)))
                        .receipt()
                        .receiptNumber())
                .isEqualTo(window.text("#receipt-number"));
        site.expectShopStatus(order, "paid");
        assertThat(site.profile().resolve("desktop/pending.cbor")).doesNotExist();
    }

    @Test
    void paymentIsMadeWithTheMouse() throws Exception {
        shopOrder();
        window.click("#choice-harbour");
        window.click("#user");
        window.typeAtFocus(DemoSite.USER);
        window.click("#password");
        window.typeAtFocus(DemoSite.PASSWORD);
        window.click("#pay");
        payOnThePhone();
        window.click("#done");
        window.expectShown("#rest-title");
    }

    @Test
    void wrongPasswordLeavesTheChipsTriesUntouchedAndTheRightOnePays() throws Exception {
        shopOrder();
        logIn("wrong");
        window.expect("#result-title", "Not paid");
        assertThat(window.text("#result-code")).isEqualTo("TK-401");
        assertThat(window.text("#attempts-harbour")).isEqualTo("10 of 10 tries left");
        window.press("#retry");
        window.expectShown("#pay");
        logIn(DemoSite.PASSWORD);
        payOnThePhone();
    }

    @Test
    void wrongPaymentKeyCountsAndTheRightOneIsAllowed() throws Exception {
        shopOrder();
        logIn(DemoSite.PASSWORD);
        phone.enterKey("000000");
        assertThat(phone.attemptsLeftAfterWrongKey()).isEqualTo(9);
        window.expectStart("#now", "Wrong payment key, 9 tries left.");
        window.shot("wrongPaymentKeyAsksAgain");
        payOnThePhone();
        window.expect("#attempts-harbour", "10 of 10 tries left");
    }

    @Test
    void declineOnThePhoneIsFinal() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn(DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.decline();
        window.expect("#result-title", "Declined");
        assertThat(window.text("#result-code")).isEqualTo("TK-203");
        site.expectShopStatus(order, "declined");
        window.press("#done");
        window.expectShown("#rest-title");
    }

    @Test
    void phonePulledWhileItWaitsGoesOnWhenPluggedAgain() throws Exception {
        shopOrder();
        logIn(DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approvalAsked();
        phone.unplug();
        window.expect("#now", "Plug your phone in.");
        window.shot("phonePulled");
        phone.plug();
        window.expectStart("#now", "Compare payee and amount");
        phone.approve();
        window.expect("#result-title", "Paid");
    }

    @Test
    void cancelReturnsToRestAndNothingIsPaid() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn(DemoSite.PASSWORD);
        phone.expect(Screen.EnterPaymentKey.class);
        window.press("#cancel");
        window.expectShown("#rest-title");
        assertThat(window.text("#notice-code")).isEqualTo("TK-205");
        assertThat(site.shopStatus(order.orderId())).isEqualTo("waiting");
    }

    @Test
    void hostileLinkIsRefusedWithAMessageAndChangesNothing() {
        window.write("#paste-link", "tetherkey://pay?order=AQID");
        window.press("#open-link");
        window.expect("#notice-code", "TK-502");
        assertThat(window.shows("#rest-title")).isTrue();
        window.openLink("https://evil.example/pay");
        window.expect("#notice-code", "TK-501");
    }

    /** Places an order in the shop and opens its link; waits for the form. */
    private DemoSite.Placed shopOrder() throws Exception {
        DemoSite.Placed order = site.order("128.00");
        window.open(order);
        assertThat(window.text("#amount")).isEqualTo("128.00");
        return order;
    }

    private void logIn(String password) {
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, password);
    }

    private void payOnThePhone() {
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
    }
}
