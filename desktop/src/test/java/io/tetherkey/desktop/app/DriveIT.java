package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Cable;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.protocol.message.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The drive with the real bank and the virtual phone")
@TetherKeyTest(cable = Cable.TCP)
class DriveIT {

    private static final int RUNNING = -1;

    /** No machine is so slow that a drive would be given up before the test says so. */
    private static final Duration LONG = Duration.ofMinutes(10);

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
        drive(site.order("1.00"), LONG);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.decline();
        assertThat(end()).startsWith("FAILED TK-203 ");
        assertThat(lines())
                .noneMatch(line -> line.contains("approved"))
                .anyMatch(line -> line.matches("STEP approval [0-9]+ answered on the phone"));
    }

    @Test
    void timeThatRunsOutAfterAWrongKeyIsToldAsTheWrongKey() throws Exception {
        Drive drive = drive(site.order("1.00"), LONG);
        phone.enterKey("000000");
        window.until(
                "the wrong key",
                () -> lines().stream().anyMatch(line -> line.matches("STEP payment-key-wrong [0-9]+ 9 left")));
        window.act(drive::giveUp);
        assertThat(end()).startsWith("FAILED TK-403 ").endsWith(" 9 of 10 tries left.");
    }

    @Test
    void timeThatRunsOutWhileThePhoneWaitsIsToldAsThePhonesUser() throws Exception {
        Drive drive = drive(site.order("1.00"), LONG);
        window.until(
                "the question for the key",
                () -> window.model().payment().flowProperty().get() instanceof FlowState.AtPhone at
                        && at.status().stage() == Stage.ENTER_PAYMENT_KEY);
        window.act(drive::giveUp);
        assertThat(end()).startsWith("FAILED TK-204 ");
    }

    @Test
    void timeRunsOutByItselfWhereNothingMoves() throws Exception {
        phone.unplug();
        window.expect("#phone-title", "No phone");
        drive(site.order("1.00"), Duration.ofSeconds(1));
        assertThat(end()).startsWith("FAILED TK-707 ");
    }

    @Test
    void paymentOfAnEarlierRunIsSeenThroughBeforeTheNewLinkIsPaid() throws Exception {
        DemoSite.Placed earlier = site.order("1.00");
        drive(earlier, LONG);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approvalAsked();
        window.close();
        printed.getBuffer().setLength(0);
        window.open();
        DemoSite.Placed wanted = site.order("2.00");
        drive(wanted, LONG);
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
        drive(order, LONG);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        String paid = end();
        assertThat(paid).startsWith("PAID order=" + order.orderId() + " ");
        window.close();
        Path receipt = site.receipt(order);
        Files.delete(receipt);
        exit.set(RUNNING);
        window.open();
        drive(order, LONG);
        assertThat(end()).isEqualTo(paid);
        assertThat(receipt).isNotEmptyFile();
    }

    private Drive drive(DemoSite.Placed order, Duration timeout) {
        var settings = new DriveSettings("harbour", "alice", "harbour-demo", Optional.empty(), timeout);
        var made = new AtomicReference<Drive>();
        window.act(() -> {
            Desktop desktop = window.desktop();
            var drive = new Drive(desktop.window(), window.scene(), settings, new PrintWriter(printed), exit::set);
            made.set(drive);
            if (desktop.resumesAnother(order.link())) {
                drive.startAfterEarlier(() -> desktop.open(order.link()));
            } else {
                desktop.open(order.link());
                drive.start();
            }
        });
        return Objects.requireNonNull(made.get());
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
