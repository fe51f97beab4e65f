package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.phone.Roads;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@DisplayName("The drive with the real bank and the virtual phone")
@ExtendWith(ApplicationExtension.class)
class DriveIT {

    private static final String KEY = "135790";
    private static final int RUNNING = -1;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private static PhoneInHand phone;

    private final FxRobot robot = new FxRobot();
    private final StringWriter printed = new StringWriter();
    private final AtomicInteger exit = new AtomicInteger(RUNNING);

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

    @AfterEach
    void closeWindow() throws IOException {
        close();
        phone.tidy();
        Files.deleteIfExists(site.profile().resolve("desktop").resolve("pending.cbor"));
    }

    @Test
    void declineIsNeverCalledAnApproval() throws Exception {
        drive(site.order("1.00"), Duration.ofSeconds(30));
        phone.enterKey(KEY);
        phone.decline();
        assertThat(end()).startsWith("FAILED TK-203 ");
        assertThat(lines())
                .noneMatch(line -> line.contains("approved"))
                .anyMatch(line -> line.matches("STEP approval [0-9]+ answered on the phone"));
    }

    @Test
    void timeThatRunsOutAfterAWrongKeyIsToldAsTheWrongKey() throws Exception {
        drive(site.order("1.00"), Duration.ofSeconds(3));
        phone.enterKey("000000");
        assertThat(end()).startsWith("FAILED TK-403 ").endsWith(" 9 of 10 tries left.");
    }

    @Test
    void timeThatRunsOutWhileThePhoneWaitsIsToldAsThePhonesUser() throws Exception {
        drive(site.order("1.00"), Duration.ofSeconds(3));
        assertThat(end()).startsWith("FAILED TK-204 ");
    }

    @Test
    void paymentOfAnEarlierRunIsSeenThroughBeforeTheNewLinkIsPaid() throws Exception {
        DemoSite.Placed earlier = site.order("1.00");
        drive(earlier, Duration.ofSeconds(30));
        phone.enterKey(KEY);
        assertThat(phone.approvalAsked()).isNotNull();
        close();
        printed.getBuffer().setLength(0);
        DemoSite.Placed wanted = site.order("2.00");
        drive(wanted, Duration.ofSeconds(30));
        phone.approve();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> lines().stream().anyMatch(line -> line.matches("STEP earlier-payment [0-9]+ paid")));
        phone.enterKey(KEY);
        phone.approve();
        assertThat(end()).startsWith("PAID order=" + wanted.orderId() + " ");
        assertThat(site.shopStatus(earlier.orderId())).isEqualTo("paid");
    }

    @Test
    void orderThatIsPaidAlreadyIsToldAsPaidWithItsReceipt() throws Exception {
        DemoSite.Placed order = site.order("1.00");
        drive(order, Duration.ofSeconds(30));
        phone.enterKey(KEY);
        phone.approve();
        String paid = end();
        assertThat(paid).startsWith("PAID order=" + order.orderId() + " ");
        close();
        Path receipt = site.profile().resolve("receipts").resolve(order.orderId() + ".tkreceipt");
        Files.delete(receipt);
        exit.set(RUNNING);
        drive(order, Duration.ofSeconds(30));
        assertThat(end()).isEqualTo(paid);
        assertThat(receipt).isNotEmptyFile();
    }

    private void drive(DemoSite.Placed order, Duration timeout) {
        var settings = new DriveSettings("harbour", "alice", "harbour-demo", Optional.empty(), timeout);
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
                var drive = new Drive(desktop.window(), window.scene(), settings, new PrintWriter(printed), exit::set);
                if (desktop.resumesAnother(order.link())) {
                    drive.startAfterEarlier(() -> desktop.open(order.link()));
                } else {
                    desktop.open(order.link());
                    drive.start();
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void close() {
        robot.interact(() -> window.scene().getWindow().hide());
        desktop.close();
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }

    /** The last line, once the drive is over. */
    private String end() {
        await().atMost(Duration.ofSeconds(60)).until(() -> exit.get() != RUNNING);
        assertThat(exit.get()).isEqualTo(lines().getLast().startsWith("PAID ") ? 0 : 1);
        return lines().getLast();
    }
}
