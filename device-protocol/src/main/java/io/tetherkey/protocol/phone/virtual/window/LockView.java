package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The locked phone: it tells nothing, and is unlocked by a swipe upwards or by its button. */
final class LockView {
    /** How far up a swipe goes, in units of the scene. */
    private static final double SWIPE = 60;

    private LockView() {}

    static Region of(List<ScreenLine> lines, PhoneViewModel model) {
        ScreenTexts texts = model.textsProperty().get();
        VBox view = ScreenView.message(lines, Nodes.disc(Icon.LOCK, 88, "quiet"));
        Label hint = Nodes.text(texts.text("locked.hint"), "line-body");
        hint.getStyleClass().add("centred");
        Button unlock = Nodes.button("unlock", texts.text("button.unlock"), "primary", model::toggleLock);
        unlock.setAccessibleHelp(texts.text("locked.body"));
        view.getChildren().addAll(Nodes.centred(0, hint), Nodes.buttons(unlock));
        double[] from = {0};
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> from[0] = event.getSceneY());
        view.setOnMouseReleased(event -> {
            if (from[0] - event.getSceneY() > SWIPE) {
                model.toggleLock();
            }
        });
        view.setPickOnBounds(true);
        view.setSpacing(10);
        return view;
    }
}
