package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Cable;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.relay.PendingCall;
import io.tetherkey.desktop.relay.PendingFile;
import io.tetherkey.desktop.relay.PendingPayment;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.http.HttpBankClient;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment whose bank goes down, or whose app is closed, in the middle")
@TetherKeyTest(cable = Cable.TCP)
class InterruptedPaymentIT {

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

    @Test
    void stoppedBankIsToldClearlyAndRetryGoesOn() throws Exception {
        window.open(site.order("128.00"));
        site.stop();
        logIn();
        window.expect("#now-code", "TK-601");
        window.shot("bankStopped");
        site.startAgain();
        window.press("#bank-retry");
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
    }

    @Test
    void bankThatCameBackOnAnotherPortIsFound() throws Exception {
        window.open(site.order("128.00"));
        site.stop();
        site.startElsewhere();
        logIn();
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
    }

    @Test
    void bankStoppedAfterTheApprovalPaysOnceWhenItIsBack() throws Exception {
        DemoSite.Placed order = askedToApprove();
        site.stop();
        phone.approve();
        window.expect("#now-code", "TK-601");
        site.startAgain();
        window.press("#bank-retry");
        window.expect("#result-title", "Paid");
        site.expectShopStatus(order, "paid");
    }

    @Test
    void closedAppGoesOnWithItsPaymentWhenOpenedAgain() throws Exception {
        askedToApprove();
        window.close();
        window.open();
        phone.approve();
        window.expect("#result-title", "Paid");
    }

    @Test
    void paymentThatWasCutOffAfterTheDebitGetsItsReceiptWhenThePhoneIsPlugged() throws Exception {
        DemoSite.Placed order = askedToApprove();
        phone.approve();
        window.expect("#result-title", "Paid");
        window.close();
        Path receipt = site.receipt(order);
        Files.delete(receipt);
        phone.unplug();
        pending()
                .save(new PendingPayment(
                        signedOrder(order),
                        Instant.now(),
                        "harbour",
                        3,
                        Stage.CONFIRM_PAYMENT,
                        new PendingCall.LoginNeeded()));
        window.open();
        window.expect("#result-title", "Paid");
        window.expect("#receipt-file", "Comes when the phone that paid is plugged in again");
        assertThat(receipt).doesNotExist();
        phone.plug();
        window.expect("#receipt-file", "Checked, and kept on this computer");
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(receipt))
                        .order()
                        .orderId())
                .isEqualTo(order.orderId());
        assertThat(site.profile().resolve("desktop/due")).isEmptyDirectory();
    }

    @Test
    void receiptThatNeverReachedThePhoneIsCarriedThereOnceMore() throws Exception {
        DemoSite.Placed order = askedToApprove();
        site.stop();
        phone.approve();
        window.expect("#now-code", "TK-601");
        window.close();
        phone.unplug();
        site.startAgain();
        deliver(pending().load().orElseThrow());
        window.open();
        window.expect("#result-title", "Paid");
        phone.plug();
        window.expect("#receipt-file", "Checked, and kept on this computer");
        assertThat(site.receipt(order)).isNotEmptyFile();
    }

    /** The bank gets the approval and settles, and nobody hears its answer. */
    private void deliver(PendingPayment pending) throws Exception {
        var directory = ((DirectoryFile.Reading.Good)
                        DirectoryFile.read(new Profile(site.profile()), Clock.systemUTC()))
                .directory();
        BankCall call = ((PendingCall.ForBank) pending.call()).call();
        try (var bank = new HttpBankClient()) {
            assertThat(bank.call(directory.bank("harbour").orElseThrow(), call)).isInstanceOf(BankReply.Answered.class);
        }
    }

    private PendingFile pending() {
        return new PendingFile(site.profile().resolve("desktop/pending.cbor"));
    }

    private static byte[] signedOrder(DemoSite.Placed order) {
        return Base64.getUrlDecoder().decode(order.link().substring(order.link().indexOf('=') + 1));
    }

    private DemoSite.Placed askedToApprove() throws Exception {
        DemoSite.Placed order = site.order("128.00");
        window.open(order);
        logIn();
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approvalAsked();
        return order;
    }

    private void logIn() {
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
    }
}
