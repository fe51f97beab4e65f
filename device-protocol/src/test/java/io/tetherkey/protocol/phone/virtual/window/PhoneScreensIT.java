package io.tetherkey.protocol.phone.virtual.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Paints every screen in each language, theme and size, for people to look at, and checks what can be reckoned. */
@ExtendWith(ApplicationExtension.class)
class PhoneScreensIT {
    private static final Path SHOTS = Path.of("target", "screenshots", "phone");

    private final PhoneViewModel model =
            new PhoneViewModel(new NotedHands(new ArrayList<>()), SampleScreens.setting(Locale.ENGLISH));
    private final BenchViewModel bench =
            new BenchViewModel(new NotedHands(new ArrayList<>(), SampleScreens.report()), Runnable::run);

    /** A computer draws with its own typeface where that has Chinese, else with that of the project. */
    private enum Typeface {
        SYSTEM,
        SHIPPED
    }

    @Start
    void open(Stage stage) {
        PhoneWindow.show(stage, model, List.of(bench));
    }

    /** Each language in both typefaces and in both themes. */
    @ParameterizedTest
    @CsvSource({"en, LIGHT, SYSTEM", "en, DARK, SHIPPED", "zh, LIGHT, SHIPPED", "zh, DARK, SYSTEM"})
    void everyScreenIsWholeLegibleAndSpeaks(String language, Theme theme, Typeface typeface, FxRobot robot)
            throws IOException {
        prepare(robot, language, theme, 1);
        onFx(() -> draw(root(robot).getScene(), typeface));
        for (Map.Entry<String, Screen> sample : SampleScreens.all().entrySet()) {
            String state = "%s-%s-%s".formatted(sample.getKey(), language, theme);
            onFx(() -> {
                model.show(sample.getValue());
                layOut(root(robot));
            });
            Node root = root(robot);
            Screenshots.take(robot, SHOTS, state + "-100");
            if (theme == Theme.DARK == language.equals("zh")) {
                Screenshots.enlarged(root, SHOTS, state + "-200");
            }
            onFx(() -> {
                PaintedChecks.assertNothingIsCut(root, state);
                PaintedChecks.assertInside(root.lookup(".glass"), state);
                PaintedChecks.assertFits((Region) root.lookup("#screen"), state);
                PaintedChecks.assertControlsSpeak(root, state);
                PaintedChecks.assertContrast(root, state);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "zh, DARK"})
    void everythingFitsOnASmallScreen(String language, Theme theme, FxRobot robot) throws IOException {
        prepare(robot, language, theme, 690 / PhonePane.DESIGN_HEIGHT);
        onFx(() -> {
            bench.askingToStartAsNewProperty().set(true);
            model.cableIs(CableState.UNPLUGGED);
            model.wink();
            model.show(new Screen.Home(SampleScreens.banks()));
            layOut(root(robot));
        });
        String state = "small-%s-%s".formatted(language, theme);
        Screenshots.take(robot, SHOTS, state);

        Node root = root(robot);
        onFx(() -> {
            PaintedChecks.assertNothingIsCut(root, state);
            PaintedChecks.assertInside(root, state);
            PaintedChecks.assertContrast(root, state);
        });
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, SYSTEM", "en, DARK, SHIPPED", "zh, LIGHT, SHIPPED", "zh, DARK, SYSTEM"})
    void inspectorIsWholeAndLegible(String language, Theme theme, Typeface typeface, FxRobot robot) throws IOException {
        prepare(robot, language, theme, 1);
        onFx(() -> bench.watchedProperty().set(true));
        Parent pane = Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(root -> "inspector-pane".equals(root.getId()))
                .findFirst()
                .orElseThrow();
        onFx(() -> {
            draw(pane.getScene(), typeface);
            layOut(pane);
        });
        String state = "inspector-%s-%s".formatted(language, theme);
        Screenshots.of(pane, SHOTS, state);

        onFx(() -> {
            PaintedChecks.assertNothingIsCut(pane, state);
            PaintedChecks.assertControlsSpeak(pane, state);
            PaintedChecks.assertContrast(pane, state);
            bench.watchedProperty().set(false);
        });
    }

    @Test
    void foreignInputIsToldInAWarning(FxRobot robot) throws IOException {
        prepare(robot, "en", Theme.LIGHT, 1);
        onFx(() -> {
            model.show(new Screen.Home(SampleScreens.banks()));
            model.foreignInput();
            layOut(root(robot));
        });
        Screenshots.take(robot, SHOTS, "foreign-input");

        Labeled banner = robot.lookup("#banner").queryLabeled();
        assertThat(banner.isVisible()).isTrue();
        assertThat(banner.getText()).contains("It changes nothing");
    }

    private void prepare(FxRobot robot, String language, Theme theme, double factor) {
        onFx(() -> {
            model.textsProperty().set(SampleScreens.texts(Locale.forLanguageTag(language)));
            model.themeProperty().set(theme);
            Window window = root(robot).getScene().getWindow();
            window.setWidth(factor * PhonePane.DESIGN_WIDTH);
            window.setHeight(factor * PhonePane.DESIGN_HEIGHT);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void draw(Scene scene, Typeface typeface) {
        String shipped = ChineseTypeface.stylesheet(".root");
        scene.getStylesheets().remove(shipped);
        if (typeface == Typeface.SHIPPED) {
            scene.getStylesheets().add(shipped);
        }
    }

    private static Parent root(FxRobot robot) {
        return robot.lookup("#phone").query().getScene().getRoot();
    }

    private static void layOut(Parent root) {
        root.applyCss();
        root.layout();
    }

    private static void onFx(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
