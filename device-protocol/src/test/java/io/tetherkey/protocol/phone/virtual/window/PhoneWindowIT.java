package io.tetherkey.protocol.phone.virtual.window;

import static io.tetherkey.protocol.phone.virtual.window.SampleScreens.HARBOUR;
import static io.tetherkey.protocol.phone.virtual.window.SampleScreens.KEYPAD;
import static io.tetherkey.protocol.phone.virtual.window.SampleScreens.LATER;
import static io.tetherkey.protocol.phone.virtual.window.SampleScreens.approval;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PhoneWindowIT {
    private static final Path SHOTS = Path.of("target", "screenshots", "phone");

    private final List<String> done = new ArrayList<>();
    private final PhoneViewModel model =
            new PhoneViewModel(new NotedHands(done), SampleScreens.setting(Locale.ENGLISH));

    @Start
    void open(Stage stage) {
        PhoneWindow.show(stage, model, List.of(new BenchViewModel(new NotedHands(done), Runnable::run)));
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
        show(robot, approval(SampleScreens.LONG_PAYEE));
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
    void orderNumberStandsInGroupsOfFourOnTwoEvenLines(FxRobot robot) {
        show(robot, approval("Lotus Tea House"));
        assertThat(robot.lookup(".identifier").queryLabeled().getText())
                .isEqualTo("aaaa aaaa aaaa aaaa\naaaa aaaa aaaa aaaa");
    }

    @Test
    void shortTextIsReadAtOnceAndCanBeDeclined(FxRobot robot) {
        show(robot, approval("Lotus Tea House"));
        assertThat(robot.lookup("#approve").queryButton().isDisabled()).isFalse();

        robot.clickOn("#decline");

        assertThat(done).containsExactly("EndReached", "Decline");
    }

    @Test
    void everyControlHasItsNameFromTheStart(FxRobot robot) {
        Parent root = robot.lookup("#phone").query().getScene().getRoot();

        onFx(() -> PaintedChecks.assertControlsSpeak(root, "as opened"));
    }

    @Test
    void cableLockAndPowerAreInReach(FxRobot robot) {
        show(robot, new Screen.Home(SampleScreens.banks()));
        robot.clickOn("#cable");
        robot.interact(() -> model.cableIs(CableState.UNPLUGGED));
        robot.clickOn("#cable").clickOn("#lock").clickOn("#power");
        show(robot, new Screen.Locked());
        robot.clickOn("#unlock");

        assertThat(done).containsExactly("unplug", "plug", "Lock", "power-cut", "Unlock");
    }

    @Test
    void approvalIsReadAndGivenByKeyboardAlone(FxRobot robot) {
        show(robot, approval(SampleScreens.LONG_PAYEE));
        assertThat(focused(robot)).isEqualTo("details");
        robot.push(KeyCode.DOWN).push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.END);
        assertThat(done).containsExactly("EndReached");

        robot.push(KeyCode.TAB).push(KeyCode.TAB);
        assertThat(focused(robot)).isEqualTo("approve");
        robot.push(KeyCode.SPACE);

        assertThat(done).containsExactly("EndReached", "Approve");
    }

    @Test
    void buttonOverTheTextLeadsToItsEnd(FxRobot robot) {
        show(robot, approval(SampleScreens.LONG_PAYEE));
        for (int i = 0; i < 5 && done.isEmpty(); i++) {
            robot.clickOn("#more");
        }

        assertThat(done).containsExactly("EndReached");
        assertThat(robot.lookup("#more").query().isVisible()).isFalse();
        assertThat(robot.lookup("#hint").query().isVisible()).isFalse();
    }

    @Test
    void keyboardIsTheOwnersHandAtTheKeypad(FxRobot robot) {
        show(robot, new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
        assertThat(focused(robot)).isEqualTo("dots");
        robot.push(KeyCode.DIGIT1).push(KeyCode.NUMPAD3).push(KeyCode.DIGIT5).push(KeyCode.DIGIT9);
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.DIGIT7).push(KeyCode.DIGIT9).push(KeyCode.ENTER);
        assertThat(done).isEmpty();
        assertThat(robot.lookup("#dots").query().getAccessibleText()).isEqualTo("Payment key, 5 of 6 digits typed");

        robot.push(KeyCode.DIGIT0).push(KeyCode.ENTER).push(KeyCode.ESCAPE);

        assertThat(done).containsExactly("135790", "Cancel");
    }

    @Test
    void noDigitOfAPaymentKeyIsEverShown(FxRobot robot) {
        show(robot, new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.FIRST, KEYPAD, LATER));
        List<String> before = words(robot);
        robot.push(KeyCode.DIGIT1).push(KeyCode.DIGIT3);

        assertThat(words(robot)).isEqualTo(before);
        assertThat(model.shownDigits(0, 6)).isEqualTo("\u2007".repeat(6));
    }

    @Test
    void cableIsPulledWithTheMouseAndPutInWithTheKeyboard(FxRobot robot) {
        show(robot, new Screen.Home(SampleScreens.banks()));
        robot.drag("#plug").moveBy(0, 30).drop();
        onFx(() -> model.cableIs(CableState.UNPLUGGED));
        assertThat(done).containsExactly("unplug");

        robot.drag("#plug").moveBy(0, 6).drop();
        assertThat(done).hasSize(1);
        assertThat(focused(robot)).isEqualTo("plug");
        assertThat(robot.lookup("#plug").query().getAccessibleText()).isEqualTo("Plug the cable in");
        robot.push(KeyCode.SPACE);

        assertThat(done).containsExactly("unplug", "plug");
    }

    @Test
    void lockedPhoneIsUnlockedByASwipe(FxRobot robot) {
        show(robot, new Screen.Locked());
        robot.drag("#screen").moveBy(0, -120).drop();

        assertThat(done).containsExactly("Unlock");
    }

    @Test
    void pagesOfThePhoneAtRestAreReached(FxRobot robot) {
        show(robot, new Screen.Home(SampleScreens.banks()));
        robot.clickOn("#tab-records").clickOn("#tab-computers").clickOn("#tab-banks");
        show(robot, new Screen.Computers(SampleScreens.computers()));
        robot.clickOn("#revoke-0102030405060708");
        show(robot, new Screen.ConfirmRevocation("alice-laptop"));
        assertThat(focused(robot)).isEqualTo("decline");
        robot.clickOn("#approve");

        assertThat(done).containsExactly("ShowRecords", "ShowComputers", "ShowHome", "Revoke", "Approve");
    }

    @Test
    void newPhoneIsMadeOnlyOnceItIsMeant(FxRobot robot) {
        robot.clickOn("#start-as-new").clickOn("#start-as-new-no");
        assertThat(done).isEmpty();

        robot.clickOn("#start-as-new").clickOn("#start-as-new-yes");

        assertThat(done).containsExactly("start-as-new");
    }

    @Test
    void focusStaysOnThePhoneWhileItWorks(FxRobot robot) {
        show(robot, new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
        show(robot, new Screen.Working(HARBOUR, Screen.Step.FINISHING));
        robot.push(KeyCode.SPACE);
        assertThat(done).isEmpty();

        show(robot, new Screen.SlotChanged(HARBOUR, Screen.SlotChange.ENABLED));

        assertThat(focused(robot)).isEqualTo("ok");
    }

    @Test
    void focusStaysOnATabWhenThePageChanges(FxRobot robot) {
        show(robot, new Screen.Home(SampleScreens.banks()));
        robot.clickOn("#tab-records");
        show(robot, new Screen.Records(SampleScreens.results()));

        assertThat(focused(robot)).isEqualTo("tab-records");
    }

    @Test
    void languageIsSwitchedWhileAScreenIsShown(FxRobot robot) {
        show(robot, approval("Lotus Tea House"));

        robot.clickOn("#language");

        assertThat(words(robot)).contains("港湾银行", "128.00 CNY", "Lotus Tea House");
        assertThat(robot.lookup("#details").query().getAccessibleText())
                .startsWith("港湾银行\n向 Lotus Tea House 付款 128.00 CNY\n");
        assertThat(robot.lookup("#approve").queryButton().getText()).isEqualTo("确认付款");
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

    private static String focused(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#phone").query().getScene().getFocusOwner().getId();
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
}
