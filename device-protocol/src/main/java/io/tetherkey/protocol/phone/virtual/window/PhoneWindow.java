package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneBench;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneHands;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import io.tetherkey.protocol.toolkit.FramePulse;
import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A phone in a window of its own. Its calls may come from any thread and are carried to the JavaFX thread. */
public final class PhoneWindow implements PhoneDisplay {
    private static final double MARGIN = 24;

    private final PhoneViewModel model;
    private final List<BenchViewModel> bench;
    private final CompletableFuture<Stage> stage = new CompletableFuture<>();

    private PhoneWindow(PhoneViewModel model, List<BenchViewModel> bench) {
        this.model = model;
        this.bench = bench;
    }

    /**
     * Starts JavaFX and opens the window at the right edge of the screen, where a window in the middle leaves it in sight.
     *
     * @param hands of the phone; where they are also a {@link PhoneBench} the window has a developer's side
     * @param closed called when the person closes the window
     */
    public static PhoneWindow open(PhoneHands hands, PhoneSetting setting, Runnable closed) {
        PhoneViewModel model = new PhoneViewModel(hands, setting);
        List<BenchViewModel> bench =
                hands instanceof PhoneBench known ? List.of(new BenchViewModel(known, Platform::runLater)) : List.of();
        PhoneWindow window = new PhoneWindow(model, bench);
        Platform.startup(() -> {
            FramePulse.letRest();
            Stage stage = new Stage();
            boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            model.themeProperty().set(dark ? Theme.DARK : Theme.LIGHT);
            show(stage, model, bench);
            stage.setOnHidden(event -> closed.run());
            window.stage.complete(stage);
        });
        return window;
    }

    /** Puts the phone on a stage; to be called on the JavaFX thread. */
    static void show(Stage stage, PhoneViewModel model, List<BenchViewModel> bench) {
        WindowSize size = new WindowSize(stage);
        List<BenchTools> tools =
                bench.stream().map(each -> new BenchTools(model, each)).toList();
        PhonePane pane = new PhonePane(model, new ToolPanel(model, tools, size));
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        double factor = size.start(screen);
        Scene scene = new Scene(pane, factor * PhonePane.DESIGN_WIDTH, factor * PhonePane.DESIGN_HEIGHT);
        ChineseTypeface.stylesheetIfNeeded().ifPresent(scene.getStylesheets()::add);
        size.listenTo(scene);
        stage.setScene(scene);
        model.textsProperty().subscribe(texts -> stage.setTitle(texts.text("window.title") + " · DEMO"));
        stage.setX(Math.max(screen.getMinX(), screen.getMaxX() - scene.getWidth() - MARGIN));
        stage.setY(
                Math.max(screen.getMinY(), screen.getMinY() + (screen.getHeight() - scene.getHeight()) / 2 - MARGIN));
        stage.show();
        bench.forEach(each -> new InspectorWindow(stage, model, each));
    }

    @Override
    public void show(Screen screen) {
        Platform.runLater(() -> {
            model.show(screen);
            bench.forEach(BenchViewModel::look);
            if (screen.asks()) {
                stage.thenAccept(Stage::toFront);
            }
        });
    }

    @Override
    public void cable(CableState state) {
        Platform.runLater(() -> model.cableIs(state));
    }

    @Override
    public void winked() {
        Platform.runLater(() -> {
            model.wink();
            stage.thenAccept(Stage::toFront);
        });
    }

    @Override
    public void foreignInput() {
        Platform.runLater(model::foreignInput);
    }
}
