package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.relay.PendingCall;
import io.tetherkey.desktop.relay.PendingFile;
import io.tetherkey.desktop.relay.PendingPayment;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.http.HttpBankClient;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.trust.ExportedReceipt;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@DisplayName("The window with the real bank and the virtual phone")
@ExtendWith(ApplicationExtension.class)
class PaymentIT {

    static final String KEY = "135790";
    private static final Path SHOTS = Path.of("target", "screenshots", "live");

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private static PhoneInHand phone;

    private final FxRobot robot = new FxRobot();

    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    @SuppressWarnings("NullAway.Init")
    private WindowStage window;

    @BeforeAll
    static void switchOn() throws Exception {
        site = new DemoSite(folder.resolve("profile"));
        phone = PhoneInHand.switchOn(site.profile().resolve("phone").resolve("flash.bin"));
    }

    @AfterAll
    static void switchOff() throws Exception {
        phone.close();
        site.close();
    }

    @BeforeEach
    void openWindow() {
        phone.tidy();
        open();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#phone-detail").equals("Connected and ready"));
    }

    private void open() {
        robot.interact(() -> {
            try {
                desktop = new Desktop(
                        new Profile(site.profile()),
                        Roads.only(() -> List.of(phone.address())),
                        new FxTaskRunner(),
                        Clock.systemUTC());
                window = new WindowStage(new Stage(), desktop.window());
                window.show();
                desktop.start();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @AfterEach
    void closeWindow(TestInfo test) throws IOException {
        shot(test.getTestMethod().orElseThrow().getName());
        close();
        phone.tidy();
        site.startAgain();
        Files.deleteIfExists(site.profile().resolve("desktop").resolve("pending.cbor"));
    }

    private void close() {
        robot.interact(() -> window.scene().getWindow().hide());
        desktop.close();
    }

    /** The quickest of five shows how the app watches; the slowest shows only how busy the machine is. */
    @Test
    void plugAndUnplugAreSeenWithinASecond() {
        List<Duration> unplugs = new ArrayList<>();
        List<Duration> plugs = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            phone.unplug();
            unplugs.add(timeUntil(() -> text("#phone-title").equals("No phone")));
            assertThat(robot.from(window.scene().getRoot())
                            .lookup("#bank-row-harbour")
                            .tryQuery())
                    .isEmpty();
            phone.plug();
            plugs.add(timeUntil(() -> text("#phone-detail").equals("Connected and ready")
                    && text("#attempts-harbour").equals("10 of 10 tries left")));
        }
        assertThat(Collections.min(unplugs)).isLessThan(Duration.ofSeconds(1));
        assertThat(Collections.min(plugs)).isLessThan(Duration.ofSeconds(1));
    }

    private static Duration timeUntil(Callable<Boolean> state) {
        long before = System.nanoTime();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(state);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @Test
    void lockedPhoneIsToldAndUnlockingIsSeen() {
        phone.lock();
        phone.unplug();
        phone.plug();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#phone-title").equals("Phone locked"));
        phone.unlock();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#phone-detail").equals("Connected and ready"));
    }

    @Test
    void paymentIsPaidAndItsReceiptHolds() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        Screen.ApprovePayment asked = phone.approvalAsked();
        assertThat(asked.request().orderId()).isEqualTo(order.orderId());
        assertThat(asked.request().amount()).hasToString("128.00 CNY");
        phone.approve();
        awaitResult("Paid");
        assertThat(text("#receipt-number")).isNotEmpty();
        Path receipt = site.profile().resolve("receipts").resolve(order.orderId() + ExportedReceipt.EXTENSION);
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(receipt))
                        .receipt()
                        .receiptNumber())
                .isEqualTo(text("#receipt-number"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> site.shopStatus(order.orderId()).equals("paid"));
        assertThat(site.profile().resolve("desktop/pending.cbor")).doesNotExist();
    }

    @Test
    void wrongPasswordLeavesTheChipsTriesUntouchedAndTheRightOnePays() throws Exception {
        shopOrder();
        logIn("alice", "wrong");
        awaitResult("Not paid");
        assertThat(text("#result-code")).isEqualTo("TK-401");
        assertThat(text("#attempts-harbour")).isEqualTo("10 of 10 tries left");
        robot.interact(() -> desktop.window().result().retry());
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#pay"));
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        phone.approve();
        awaitResult("Paid");
    }

    @Test
    void wrongPaymentKeyCountsAndTheRightOneIsAllowed() throws Exception {
        shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey("000000");
        assertThat(phone.attemptsLeftAfterWrongKey()).isEqualTo(9);
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#now").startsWith("Wrong payment key. 9 tries left."));
        shot("wrongPaymentKeyAsksAgain");
        phone.enterKey(KEY);
        phone.approve();
        awaitResult("Paid");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> text("#attempts-harbour").equals("10 of 10 tries left"));
    }

    @Test
    void declineOnThePhoneIsFinal() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        phone.decline();
        awaitResult("Declined");
        assertThat(text("#result-code")).isEqualTo("TK-203");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> site.shopStatus(order.orderId()).equals("declined"));
        robot.interact(() -> desktop.window().result().dismiss());
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#rest-title"));
    }

    @Test
    void phonePulledWhileItWaitsGoesOnWhenPluggedAgain() throws Exception {
        shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        assertThat(phone.approvalAsked()).isNotNull();
        phone.unplug();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#now").equals("Plug your phone in."));
        shot("phonePulled");
        phone.plug();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#now").startsWith("Compare payee and amount"));
        phone.approve();
        awaitResult("Paid");
    }

    @Test
    void stoppedBankIsToldClearlyAndRetryGoesOn() throws Exception {
        shopOrder();
        site.stop();
        logIn("alice", "harbour-demo");
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#now").contains("TK-601"));
        shot("bankStopped");
        site.startAgain();
        robot.interact(() -> desktop.window().payment().retry());
        phone.enterKey(KEY);
        phone.approve();
        awaitResult("Paid");
    }

    @Test
    void bankThatCameBackOnAnotherPortIsFound() throws Exception {
        shopOrder();
        site.stop();
        site.startElsewhere();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        phone.approve();
        awaitResult("Paid");
    }

    @Test
    void bankStoppedAfterTheApprovalPaysOnceWhenItIsBack() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        assertThat(phone.approvalAsked()).isNotNull();
        site.stop();
        phone.approve();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#now").contains("TK-601"));
        site.startAgain();
        robot.interact(() -> desktop.window().payment().retry());
        awaitResult("Paid");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> site.shopStatus(order.orderId()).equals("paid"));
    }

    @Test
    void closedAppGoesOnWithItsPaymentWhenOpenedAgain() throws Exception {
        shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        assertThat(phone.approvalAsked()).isNotNull();
        close();
        open();
        phone.approve();
        awaitResult("Paid");
    }

    @Test
    void paymentThatWasCutOffAfterTheDebitGetsItsReceiptWhenThePhoneIsPlugged() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        assertThat(phone.approvalAsked()).isNotNull();
        phone.approve();
        awaitResult("Paid");
        close();
        Path receipt = site.profile().resolve("receipts").resolve(order.orderId() + ExportedReceipt.EXTENSION);
        Files.delete(receipt);
        phone.unplug();
        pending()
                .save(new PendingPayment(
                        signedOrder(order),
                        Instant.now(),
                        "harbour",
                        3,
                        io.tetherkey.protocol.message.Stage.CONFIRM_PAYMENT,
                        new PendingCall.LoginNeeded()));
        open();
        awaitResult("Paid");
        assertThat(text("#receipt-file")).isEqualTo("will be written when the phone that paid is plugged in");
        assertThat(receipt).doesNotExist();
        phone.plug();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#receipt-file").equals(receipt.toString()));
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(receipt))
                        .order()
                        .orderId())
                .isEqualTo(order.orderId());
        assertThat(site.profile().resolve("desktop/due")).isEmptyDirectory();
    }

    @Test
    void receiptThatNeverReachedThePhoneIsCarriedThereOnceMore() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn("alice", "harbour-demo");
        phone.enterKey(KEY);
        assertThat(phone.approvalAsked()).isNotNull();
        site.stop();
        phone.approve();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#now").contains("TK-601"));
        close();
        phone.unplug();
        site.startAgain();
        deliver(pending().load().orElseThrow());
        open();
        awaitResult("Paid");
        phone.plug();
        Path receipt = site.profile().resolve("receipts").resolve(order.orderId() + ExportedReceipt.EXTENSION);
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#receipt-file").equals(receipt.toString()));
        assertThat(receipt).isNotEmptyFile();
    }

    /** The bank gets the approval and settles, and nobody hears its answer. */
    private static void deliver(PendingPayment pending) throws Exception {
        var directory = ((DirectoryFile.Reading.Good)
                        DirectoryFile.read(new Profile(site.profile()), Clock.systemUTC()))
                .directory();
        BankCall call = ((PendingCall.ForBank) pending.call()).call();
        try (var bank = new HttpBankClient()) {
            assertThat(bank.call(directory.bank("harbour").orElseThrow(), call)).isInstanceOf(BankReply.Answered.class);
        }
    }

    private static PendingFile pending() {
        return new PendingFile(site.profile().resolve("desktop/pending.cbor"));
    }

    private static byte[] signedOrder(DemoSite.Placed order) {
        return Base64.getUrlDecoder().decode(order.link().substring(order.link().indexOf('=') + 1));
    }

    @Test
    void cancelReturnsToRestAndNothingIsPaid() throws Exception {
        DemoSite.Placed order = shopOrder();
        logIn("alice", "harbour-demo");
        await().atMost(Duration.ofSeconds(60)).until(() -> phone.screen() instanceof Screen.EnterPaymentKey);
        robot.interact(() -> desktop.window().payment().cancel());
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#rest-title"));
        assertThat(text("#notice-code")).isEqualTo("TK-205");
        assertThat(site.shopStatus(order.orderId())).isEqualTo("waiting");
    }

    @Test
    void hostileLinkIsRefusedWithAMessageAndChangesNothing() {
        robot.interact(() -> {
            desktop.window().pastedLinkProperty().set("tetherkey://pay?order=AQID");
            desktop.window().openPastedLink();
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#notice-code").equals("TK-502"));
        assertThat(shown("#rest-title")).isTrue();
        robot.interact(() -> desktop.open("https://evil.example/pay"));
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#notice-code").equals("TK-501"));
    }

    /** Places an order in the shop and opens its link; waits for the form. */
    private DemoSite.Placed shopOrder() throws Exception {
        DemoSite.Placed order = site.order("128.00");
        robot.interact(() -> desktop.open(order.link()));
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#pay"));
        assertThat(text("#amount")).isEqualTo("128.00");
        return order;
    }

    private void logIn(String user, String password) {
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#choice-harbour"));
        robot.interact(() -> {
            desktop.window().payment().chosenBankProperty().set("harbour");
            desktop.window().login().userNameProperty().set("");
        });
        robot.clickOn(node("#user")).write(user);
        robot.clickOn(node("#password")).write(password);
        robot.clickOn(node("#pay"));
    }

    private void awaitResult(String title) {
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#result-title").equals(title));
    }

    private Node node(String id) {
        return painted(id).orElseThrow();
    }

    private boolean shown(String id) {
        return painted(id).isPresent();
    }

    private Optional<Node> painted(String id) {
        return robot.from(window.scene().getRoot()).lookup(id).queryAll().stream()
                .filter(PaymentIT::visible)
                .findFirst();
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** What a person reads there; empty where nothing is shown. */
    private String text(String id) {
        return painted(id).map(node -> ((Labeled) node).getText()).orElse("");
    }

    private void shot(String name) {
        robot.interact(() -> {
            try {
                WindowShot.write(window.scene(), SHOTS.resolve(name + ".png"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
