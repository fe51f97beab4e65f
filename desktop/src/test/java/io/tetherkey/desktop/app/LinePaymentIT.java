package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.trust.ExportedReceipt;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("The desktop with the real bank and a phone on a serial line that is pulled at each step")
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the pseudo-terminals that this test makes.")
@ExtendWith(ApplicationExtension.class)
class LinePaymentIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String KEY = "135790";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private static PhoneInHand phone;

    private final FxRobot robot = new FxRobot();

    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    /** When the cable is pulled, and put in again. */
    enum Pulled {
        NEVER,
        WHEN_THE_LOGIN_IS_SENT,
        WHEN_THE_KEY_IS_ASKED,
        WHEN_THE_KEY_IS_TYPED,
        WHEN_APPROVAL_IS_ASKED,
        WHEN_IT_IS_APPROVED
    }

    @BeforeAll
    static void switchOn() throws Exception {
        site = new DemoSite(folder.resolve("profile"));
        phone = PhoneInHand.onALine(
                site.profile().resolve("phone").resolve("flash.bin"), folder.resolve("tetherkey-phone"));
    }

    @AfterAll
    static void switchOff() throws Exception {
        phone.close();
        site.close();
    }

    @BeforeEach
    void start() {
        phone.tidy();
        robot.interact(() -> {
            try {
                desktop = new Desktop(
                        new Profile(site.profile()),
                        Roads.only(() -> List.of(phone.address())),
                        new FxTaskRunner(),
                        Clock.systemUTC());
                desktop.start();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @AfterEach
    void stop() {
        desktop.close();
    }

    @ParameterizedTest
    @EnumSource
    void isPaidOnceAndNoTryIsLost(Pulled pulled) throws Exception {
        DemoSite.Placed order = site.order("128.00");
        robot.interact(() -> desktop.open(order.link()));
        until(() -> !desktop.window().payment().phoneMissingProperty().getValue());
        logIn();
        pullIf(pulled == Pulled.WHEN_THE_LOGIN_IS_SENT);

        await().atMost(LIMIT).until(() -> phone.screen() instanceof Screen.EnterPaymentKey);
        pullIf(pulled == Pulled.WHEN_THE_KEY_IS_ASKED);
        assertThat(phone.screen())
                .isInstanceOfSatisfying(
                        Screen.EnterPaymentKey.class,
                        asks -> assertThat(asks.attemptsLeft()).isEqualTo(10));
        phone.enterKey(KEY);
        pullIf(pulled == Pulled.WHEN_THE_KEY_IS_TYPED);
        Screen.ApprovePayment asked = phone.approvalAsked();
        assertThat(asked.request().orderId()).isEqualTo(order.orderId());
        pullIf(pulled == Pulled.WHEN_APPROVAL_IS_ASKED);
        phone.approve();
        pullIf(pulled == Pulled.WHEN_IT_IS_APPROVED);

        until(() -> outcome().isPresent());
        assertThat(outcome()).get().isInstanceOf(Outcome.Paid.class);
        await().atMost(LIMIT).until(() -> site.shopStatus(order.orderId()).equals("paid"));
        Path receipt = site.profile().resolve("receipts").resolve(order.orderId() + ExportedReceipt.EXTENSION);
        await().atMost(LIMIT).until(() -> Files.exists(receipt));
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(receipt))
                        .order()
                        .orderId())
                .isEqualTo(order.orderId());
    }

    private void logIn() {
        robot.interact(() -> {
            desktop.window().payment().chosenBankProperty().set("harbour");
            desktop.window().login().userNameProperty().set("alice");
            desktop.window().login().passwordProperty().set("harbour-demo");
            desktop.window().login().submit();
        });
    }

    private static void pullIf(boolean now) {
        if (now) {
            phone.unplug();
            phone.plug();
        }
    }

    private Optional<Outcome> outcome() {
        return desktop.window().result().outcomeProperty().get();
    }

    /** Waits for what the window's model says, asked on its own thread. */
    private void until(Callable<Boolean> condition) {
        await().atMost(LIMIT).until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
