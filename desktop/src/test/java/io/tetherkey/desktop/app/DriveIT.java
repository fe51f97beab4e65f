package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Cable;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The drive with the real bank and the virtual phone")
@TetherKeyTest(cable = Cable.TCP)
class DriveIT {

    private static final int RUNNING = -1;

    private final StringWriter printed = new StringWriter();
    private final AtomicInteger exit = new AtomicInteger(RUNNING);

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
    void declineIsNeverCalledAnApproval() throws Exception {
        drive(site.order("1.00"), Duration.ofSeconds(30));
        phone.enterKey(DemoSite.PAYMENT_KEY);
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
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approvalAsked();
        window.close();
        printed.getBuffer().setLength(0);
        window.open();
        DemoSite.Placed wanted = site.order("2.00");
        drive(wanted, Duration.ofSeconds(30));
        phone.approve();
        window.until(
                "the earlier payment",
                () -> lines().stream().anyMatch(line -> line.matches("STEP earlier-payment [0-9]+ paid")));
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        assertThat(end()).startsWith("PAID order=" + wanted.orderId() + " ");
        assertThat(site.shopStatus(earlier.orderId())).isEqualTo("paid");
    }

    @Test
    void orderThatIsPaidAlreadyIsToldAsPaidWithItsReceipt() throws Exception {
        DemoSite.Placed order = site.order("1.00");
        drive(order, Duration.ofSeconds(30));
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        String paid = end();
        assertThat(paid).startsWith("PAID order=" + order.orderId() + " ");
        window.close();
        Path receipt = site.receipt(order);
        Files.delete(receipt);
        exit.set(RUNNING);
        window.open();
        drive(order, Duration.ofSeconds(30));
        assertThat(end()).isEqualTo(paid);
        assertThat(receipt).isNotEmptyFile();
    }

    private void drive(DemoSite.Placed order, Duration timeout) {
        var settings = new DriveSettings("harbour", "alice", "harbour-demo", Optional.empty(), timeout);
        window.act(() -> {
            Desktop desktop = window.desktop();
            var drive = new Drive(desktop.window(), window.scene(), settings, new PrintWriter(printed), exit::set);
            if (desktop.resumesAnother(order.link())) {
                drive.startAfterEarlier(() -> desktop.open(order.link()));
            } else {
                desktop.open(order.link());
                drive.start();
            }
        });
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }

    /** The last line, once the drive is over. */
    private String end() {
        window.until("the end of the drive", () -> exit.get() != RUNNING);
        assertThat(exit.get()).isEqualTo(lines().getLast().startsWith("PAID ") ? 0 : 1);
        return lines().getLast();
    }
}
