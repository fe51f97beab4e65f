package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneHands;
import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A phone in a window of its own. Its calls may come from any thread and are carried to the JavaFX thread. */
public final class PhoneWindow implements PhoneDisplay {
    private static final double WIDTH = 664;
    private static final double HEIGHT = 780;
    private static final double MARGIN = 24;

    private final PhoneViewModel model;
    private final CompletableFuture<Stage> stage = new CompletableFuture<>();

    private PhoneWindow(PhoneViewModel model) {
        this.model = model;
    }

    /**
     * Starts JavaFX and opens the window at the right edge of the screen, where a window in the middle leaves it in sight.
     *
     * @param closed called when the person closes the window
     */
    public static PhoneWindow open(PhoneHands hands, ScreenTexts texts, Runnable closed) {
        PhoneViewModel model = new PhoneViewModel(hands, texts);
        PhoneWindow window = new PhoneWindow(model);
        Platform.startup(() -> {
            Stage stage = new Stage();
            place(stage);
            show(stage, model);
            stage.setOnHidden(event -> closed.run());
            window.stage.complete(stage);
        });
        return window;
    }

    private static void place(Stage stage) {
        var screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        stage.setX(Math.max(screen.getMinX(), screen.getMaxX() - WIDTH - MARGIN));
        stage.setY(Math.max(screen.getMinY(), screen.getMinY() + (screen.getHeight() - HEIGHT) / 2));
        stage.setMaxHeight(screen.getHeight());
    }

    /** Puts the phone on a stage; to be called on the JavaFX thread. */
    static void show(Stage stage, PhoneViewModel model) {
        PhonePane pane = new PhonePane(model);
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        ChineseTypeface.stylesheetIfNeeded().ifPresent(scene.getStylesheets()::add);
        stage.setScene(scene);
        stage.setTitle(model.textsProperty().get().text("window.title"));
        stage.setMinWidth(WIDTH / 2);
        stage.setMinHeight(HEIGHT / 2);
        stage.show();
    }

    @Override
    public void show(Screen screen) {
        Platform.runLater(() -> {
            model.show(screen);
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
        Platform.runLater(model::wink);
    }
}
