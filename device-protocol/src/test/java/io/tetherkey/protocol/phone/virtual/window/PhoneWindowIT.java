package io.tetherkey.protocol.phone.virtual.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.BankName;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneHands;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PhoneWindowIT {
    private static final BankName HARBOUR = new BankName("Harbour Bank", "港湾银行");
    private static final Instant LATER = TestBank.NOW.plusSeconds(120);
    private static final List<Integer> KEYPAD = List.of(7, 2, 9, 0, 4, 1, 8, 3, 5, 6);
    private static final Path SHOTS = Path.of("target", "screenshots");

    private final List<String> done = new ArrayList<>();
    private PhoneViewModel model = new PhoneViewModel(new NotedHands(done), texts(Locale.ENGLISH));

    @Start
    void open(Stage stage) {
        PhoneWindow.show(stage, model);
    }

    @Test
    void paymentKeyIsTypedOnTheShuffledKeypad(FxRobot robot) throws IOException {
        show(robot, new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
        assertThat(keypadOrder(robot)).containsExactly("7", "2", "9", "0", "4", "1", "8", "3", "5", "6");
        assertThat(robot.lookup("#enter").queryButton().isDisabled()).isTrue();

        for (String digit : List.of("1", "3", "5", "7", "8")) {
            robot.clickOn("#digit-" + digit);
        }
        robot.clickOn("#erase").clickOn("#digit-9").clickOn("#digit-0");
        Screenshots.take(robot, SHOTS, "payment-key-typed");
        robot.clickOn("#enter");

        assertThat(done).containsExactly("135790");
        assertThat(model.typedProperty().get()).isZero();
    }

    @Test
    void activationCodeIsShownInGroupsOfFour(FxRobot robot) throws IOException {
        show(robot, new Screen.EnterActivationCode(HARBOUR, KEYPAD, LATER));
        for (char digit : "482019375561".toCharArray()) {
            robot.clickOn("#digit-" + digit);
        }
        robot.clickOn("#erase");
        assertThat(robot.lookup("#enter").queryButton().isDisabled()).isTrue();
        robot.clickOn("#digit-1");
        Screenshots.take(robot, SHOTS, "activation-code-typed");

        assertThat(words(robot)).contains("4820", "1937", "5561");
        robot.clickOn("#digit-0").clickOn("#enter");

        assertThat(done).containsExactly("482019375561");
        assertThat(model.typedProperty().get()).isZero();
    }

    @Test
    void renewalAndDeletionAreConfirmedOrDeclined(FxRobot robot) {
        show(robot, new Screen.ConfirmRenewal(HARBOUR, LATER));
        robot.clickOn("#approve");
        show(robot, new Screen.ConfirmDeletion(HARBOUR, LATER));
        robot.clickOn("#decline");

        assertThat(done).containsExactly("Approve", "Decline");
    }

    @Test
    void noKeyChangesItsLookWhenItIsPressed(FxRobot robot) {
        show(robot, new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
        Button key = robot.lookup("#digit-7").queryButton();
        Object before = key.getBackground();
        robot.moveTo(key).press(javafx.scene.input.MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(key.getBackground()).isEqualTo(before);

        robot.release(javafx.scene.input.MouseButton.PRIMARY);
    }

    @Test
    void approveWakesUpOnlyAtTheEndOfTheText(FxRobot robot) throws IOException {
        show(robot, approval("Loooooooooooooooooooooooong\u202EesuoH aeT sutoL" + "\u200B".repeat(25)));
        Button approve = robot.lookup("#approve").queryButton();
        Screenshots.take(robot, SHOTS, "approve-long-start");
        assertThat(approve.isDisabled()).isTrue();
        assertThat(robot.lookup("#hint").queryLabeled().isVisible()).isTrue();
        robot.clickOn("#approve");
        assertThat(done).isEmpty();

        robot.interact(() -> robot.lookup("#details").queryAs(ScrollPane.class).setVvalue(1));
        Screenshots.take(robot, SHOTS, "approve-long-end");

        assertThat(approve.isDisabled()).isFalse();
        robot.clickOn("#approve");
        assertThat(done).containsExactly("EndReached", "Approve");
    }

    @Test
    void shortTextIsReadAtOnceAndCanBeDeclined(FxRobot robot) {
        show(robot, approval("Lotus Tea House"));
        assertThat(robot.lookup("#approve").queryButton().isDisabled()).isFalse();

        robot.clickOn("#decline");

        assertThat(done).containsExactly("EndReached", "Decline");
    }

    @Test
    void cableLockAndPowerAreInReach(FxRobot robot) {
        show(robot, new Screen.Home(List.of(bank())));
        robot.clickOn("#cable");
        robot.interact(() -> model.cableIs(CableState.UNPLUGGED));
        robot.clickOn("#cable").clickOn("#lock").clickOn("#power");
        show(robot, new Screen.Locked());
        robot.clickOn("#unlock");

        assertThat(done).containsExactly("unplug", "plug", "Lock", "power-cut", "Unlock");
    }

    @Test
    void languageIsSwitchedWhileAScreenIsShown(FxRobot robot) {
        show(robot, approval("Lotus Tea House"));

        robot.clickOn("#language");

        assertThat(words(robot)).contains("港湾银行", "向 Lotus Tea House 付款 128.00 CNY");
        assertThat(robot.lookup("#approve").queryButton().getText()).isEqualTo("确认付款");
    }

    @Test
    void everyScreenFitsInBothLanguagesAndBothThemes(FxRobot robot) throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Theme theme : Theme.values()) {
                onFx(() -> {
                    model.textsProperty().set(texts(locale));
                    model.themeProperty().set(theme);
                });
                int number = 0;
                for (Screen screen : screens()) {
                    show(robot, screen);
                    String name = "%s-%s-%02d-%s"
                            .formatted(
                                    locale.getLanguage(),
                                    theme.name().toLowerCase(Locale.ROOT),
                                    ++number,
                                    screen.getClass().getSimpleName());
                    if (theme == Theme.LIGHT == (locale == Locale.ENGLISH)) {
                        Screenshots.take(robot, SHOTS, name);
                    }
                    assertThat(cutTexts(robot)).as(name).isEmpty();
                }
            }
        }
    }

    private static List<Screen> screens() {
        return List.of(
                new Screen.Locked(),
                new Screen.Home(List.of(bank())),
                new Screen.TrustComputer("alice-laptop", LATER),
                new Screen.Working(HARBOUR, Screen.Step.OPENING),
                new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER),
                new Screen.EnterPaymentKey(HARBOUR, 2, true, SessionPurpose.PAYMENT, KEYPAD, LATER),
                new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.LOGIN, KEYPAD, LATER),
                new Screen.EnterPaymentKey(HARBOUR, 2, true, SessionPurpose.LOGIN, KEYPAD, LATER),
                new Screen.LoginResult(HARBOUR, SlotResult.ALLOWED, 10),
                approval("Lotus Tea House 荷塘茶舍"),
                new Screen.EnterActivationCode(HARBOUR, KEYPAD, LATER),
                new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.FIRST, KEYPAD, LATER),
                new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.FIRST_AFTER_WEAK, KEYPAD, LATER),
                new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.REPEAT, KEYPAD, LATER),
                new Screen.ConfirmRenewal(HARBOUR, LATER),
                new Screen.ConfirmDeletion(HARBOUR, LATER),
                new Screen.SlotChanged(HARBOUR, Screen.SlotChange.ENABLED),
                new Screen.PaymentResult(HARBOUR, SlotResult.PAID, TestBank.order('a')),
                new Screen.PaymentResult(HARBOUR, SlotResult.DECLINED, TestBank.order('a')),
                new Screen.PaymentResult(HARBOUR, SlotResult.PAYMENT_FAILED, TestBank.order('a')),
                new Screen.LoginResult(HARBOUR, SlotResult.VOID, 0),
                new Screen.Stopped(HARBOUR, Screen.Reason.TIMED_OUT),
                new Screen.StorageFailed());
    }

    private void show(FxRobot robot, Screen screen) {
        onFx(() -> {
            model.show(screen);
            Parent root = robot.lookup("#phone").query().getScene().getRoot();
            root.applyCss();
            root.layout();
        });
    }

    /** Much faster than the robot's own way, which waits for the screen to be drawn each time. */
    private static void onFx(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }

    private static List<String> keypadOrder(FxRobot robot) {
        return robot.lookup(".key").queryAllAs(Button.class).stream()
                .filter(key -> !key.getText().isEmpty())
                .sorted((a, b) -> {
                    Bounds left = a.localToScene(a.getBoundsInLocal());
                    Bounds right = b.localToScene(b.getBoundsInLocal());
                    int byRow = Double.compare(left.getMinY(), right.getMinY());
                    return byRow != 0 ? byRow : Double.compare(left.getMinX(), right.getMinX());
                })
                .map(Labeled::getText)
                .toList();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup("#phone .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    /** Texts that the skin had to shorten: what is drawn differs from what was to be drawn. */
    private static List<String> cutTexts(FxRobot robot) {
        return robot
                .lookup(node -> node instanceof Labeled labeled && isCut(labeled))
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .toList();
    }

    private static boolean isCut(Labeled labeled) {
        Node drawn = labeled.lookup(".text");
        return drawn instanceof javafx.scene.text.Text text
                && labeled.isVisible()
                && !text.getText().equals(labeled.getText());
    }

    private static Screen approval(String payee) {
        return new Screen.ApprovePayment(HARBOUR, TestBank.order('a', payee), LATER);
    }

    private static SlotInfo bank() {
        return new SlotInfo(
                "slot-1",
                "harbour",
                "Harbour Bank",
                "港湾银行",
                1,
                true,
                Instant.parse("2027-11-22T00:00:00Z"),
                10,
                SlotResult.PAID);
    }

    private static ScreenTexts texts(Locale locale) {
        return new ScreenTexts(locale, ZoneOffset.UTC);
    }

    private record NotedHands(List<String> done) implements PhoneHands {
        @Override
        public void act(UserAction action) {
            done.add(
                    action instanceof UserAction.DigitsTyped(char[] digits)
                            ? new String(digits)
                            : action.getClass().getSimpleName());
        }

        @Override
        public void unplug() {
            done.add("unplug");
        }

        @Override
        public void plug() {
            done.add("plug");
        }

        @Override
        public void powerCut() {
            done.add("power-cut");
        }
    }
}
