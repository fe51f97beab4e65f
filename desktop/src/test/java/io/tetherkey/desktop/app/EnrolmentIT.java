package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.phone.FlashProvisioning;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@DisplayName("A phone with an empty flash is set up in the window, with the real bank")
@ExtendWith(ApplicationExtension.class)
class EnrolmentIT {

    private static final String KEY = "204816";
    private static final String OTHER_KEY = "731902";
    private static final Path SHOTS = Path.of("target", "screenshots", "live");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private PhoneInHand phone;

    private final FxRobot robot = new FxRobot();

    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    @SuppressWarnings("NullAway.Init")
    private WindowStage window;

    @BeforeEach
    void firstContact() throws Exception {
        site = new DemoSite(folder.resolve("profile"));
        Path flash = folder.resolve("empty.bin");
        FlashProvisioning.open(flash, RandomSource.secure(), Clock.systemUTC())
                .pinDirectoryRoot(Files.readAllBytes(site.profile().resolve("directory-root.der")));
        phone = PhoneInHand.switchOn(flash);
        phone.tidy();
        open();
        phone.trustComputer();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#phone-detail").equals("Connected and ready"));
        assertThat(text("#board-empty")).isEqualTo("This phone holds no bank yet.");
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
    void close() throws Exception {
        robot.interact(() -> window.scene().getWindow().hide());
        desktop.close();
        phone.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void emptyPhoneIsSetUpAndPays(String bank) throws Exception {
        enrol(bank, KEY);
        shot("enrolled-" + bank);
        pay(bank, KEY);
    }

    @Test
    void tenWrongPaymentKeysVoidAndSettingUpAgainHelps() throws Exception {
        enrol("harbour", KEY);
        logIn("harbour");
        for (int left = 9; left >= 1; left--) {
            phone.enterKey(OTHER_KEY);
            int now = left;
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> phone.screen() instanceof Screen.EnterPaymentKey asks
                            && asks.lastWasWrong()
                            && asks.attemptsLeft() == now);
        }
        phone.enterKey(OTHER_KEY);
        awaitText("#result-title", "Certificate void");
        press("#done");
        phone.tidy();
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#set-up-again-harbour"));
        press("#set-up-again-harbour");
        assertThat(desktop.window().pageProperty().get()).isEqualTo(Page.BANKS);
        submit("harbour", "Set up again");
        phone.enterActivationCode(site.letter("harbour"));
        phone.choosePaymentKey(OTHER_KEY);
        enabled("Payment enabled");
        pay("harbour", OTHER_KEY);
    }

    @Test
    void renewedCertificatePaysWithTheSamePaymentKey() throws Exception {
        enrol("jade", KEY);
        submit("jade", "Renew");
        phone.confirmRenewal();
        enabled("Certificate renewed");
        pay("jade", KEY);
    }

    @Test
    void wrongActivationCodeIsToldAndTheRightOneIsTakenAfterwards() throws Exception {
        String code = site.letter("harbour");
        submit("harbour", "Set up");
        phone.enterActivationCode((code.startsWith("9") ? "0" : "9") + code.substring(1));
        awaitText("#enrol-code", "TK-405");
        assertThat(text("#enrol-tries")).isEqualTo("4 tries of the activation code left");
        press("#enrol-retry");
        phone.enterActivationCode(code);
        phone.choosePaymentKey(KEY);
        enabled("Payment enabled");
    }

    @Test
    void bankThatIsKilledInTheMiddleIsGoneOnWith() throws Exception {
        String code = site.letter("harbour");
        submit("harbour", "Set up");
        await().atMost(Duration.ofSeconds(60)).until(() -> phone.screen() instanceof Screen.EnterActivationCode);
        site.stop();
        phone.enterActivationCode(code);
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#enrol-bank-retry"));
        site.startAgain();
        press("#enrol-bank-retry");
        await().atMost(Duration.ofSeconds(60)).until(() -> phone.screen() instanceof Screen.ChoosePaymentKey);
        site.stop();
        phone.choosePaymentKey(KEY);
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#enrol-bank-retry"));
        site.startAgain();
        press("#enrol-bank-retry");
        enabled("Payment enabled");
        pay("harbour", KEY);
    }

    @Test
    void pulledPhoneGoesOnWhereItWas() throws Exception {
        submit("summit", "Set up");
        phone.enterActivationCode(site.letter("summit"));
        await().atMost(Duration.ofSeconds(60)).until(() -> phone.screen() instanceof Screen.ChoosePaymentKey);
        phone.unplug();
        awaitText("#enrol-now", "Plug the phone in again to go on.");
        phone.plug();
        phone.choosePaymentKey(KEY);
        enabled("Payment enabled");
    }

    @Test
    void removedBankIsGoneFromTheBoard() throws Exception {
        enrol("harbour", KEY);
        choose("harbour");
        press("#enrol-remove");
        phone.confirmDeletion();
        enabled("Bank removed");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desktop.window().board().rows().stream().noneMatch(row -> row.tone() == Tone.GOOD));
    }

    private void enrol(String bank, String key) throws Exception {
        submit(bank, "Set up");
        phone.enterActivationCode(site.letter(bank));
        awaitText("#enrol-now", "Choose the payment key on the phone: six digits that only you know.");
        phone.choosePaymentKey(key);
        enabled("Payment enabled");
    }

    private void choose(String bank) {
        robot.interact(() -> desktop.window().pageProperty().set(Page.BANKS));
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#enrol-" + bank));
        robot.interact(() -> desktop.window().enrolment().chosenBankProperty().set(bank));
    }

    private void submit(String bank, String button) {
        choose(bank);
        robot.interact(() -> desktop.window().enrolment().userNameProperty().set("alice"));
        awaitText("#enrol-begin", button);
        press("#enrol-begin");
    }

    private void enabled(String title) {
        awaitText("#enrol-title", title);
        press("#enrol-done");
        phone.tidy();
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#enrol-begin"));
    }

    private void logIn(String bank) throws Exception {
        DemoSite.Placed order = site.order("128.00");
        robot.interact(() -> desktop.open(order.link()));
        await().atMost(Duration.ofSeconds(60)).until(() -> shown("#pay") && shown("#choice-" + bank));
        robot.interact(() -> {
            desktop.window().payment().chosenBankProperty().set(bank);
            desktop.window().login().userNameProperty().set("alice");
            desktop.window().login().passwordProperty().set("harbour-demo");
            desktop.window().login().submit();
        });
    }

    private void pay(String bank, String key) throws Exception {
        logIn(bank);
        phone.enterKey(key);
        phone.approve();
        awaitText("#result-title", "Paid");
    }

    private void press(String id) {
        robot.interact(() -> ((Button) painted(id).orElseThrow()).fire());
    }

    private void awaitText(String id, String words) {
        await().atMost(Duration.ofSeconds(60)).until(() -> text(id), words::equals);
    }

    private boolean shown(String id) {
        return painted(id).isPresent();
    }

    private Optional<Node> painted(String id) {
        return robot.from(window.scene().getRoot()).lookup(id).queryAll().stream()
                .filter(EnrolmentIT::visible)
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
