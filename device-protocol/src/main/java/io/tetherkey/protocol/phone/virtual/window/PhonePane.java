package io.tetherkey.protocol.phone.virtual.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import java.util.Objects;
import javafx.application.Application;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/** The whole window: the phone with its cable and the tools beside it, all as large as the window has room for. */
final class PhonePane extends Pane {
    private static final double MARGIN = 20;
    private static final double GAP = 28;

    /** What the window takes at 100 %, in units. */
    static final double DESIGN_WIDTH = 2 * MARGIN + PhoneFrame.WIDTH + GAP + ToolPanel.WIDTH;

    static final double DESIGN_HEIGHT = MARGIN + PhoneFrame.HEIGHT + CableView.HEIGHT;

    static final String STYLES = Objects.requireNonNull(PhonePane.class.getResource("phone.css"), "phone.css")
            .toExternalForm();

    private static final double SMALLEST = 0.4;
    private static final double LARGEST = 3;

    private final Scale scale = new Scale(1, 1);
    private final HBox row;

    PhonePane(PhoneViewModel model, ToolPanel tools) {
        PhoneFrame phone = new PhoneFrame(model);
        tools.setMaxHeight(PhoneFrame.HEIGHT);
        row = new HBox(GAP, phone, tools);
        row.setAlignment(Pos.TOP_LEFT);
        row.getTransforms().add(scale);
        row.setManaged(false);
        row.resize(DESIGN_WIDTH - 2 * MARGIN, DESIGN_HEIGHT - MARGIN);
        getChildren().add(row);
        getStyleClass().add("desk");
        setMinSize(0, 0);
        getStylesheets().add(STYLES);
        addEventFilter(KeyEvent.KEY_PRESSED, new PhoneKeys(model, phone)::pressed);
        model.themeProperty().subscribe(this::light);
        widthProperty().subscribe(this::fit);
        heightProperty().subscribe(this::fit);
    }

    private void light(Theme theme) {
        String sheet = theme == Theme.DARK
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(sheet);
        light(this, theme);
    }

    static void light(Parent root, Theme theme) {
        root.getStyleClass().removeAll("light", "dark");
        root.getStyleClass().add(theme == Theme.DARK ? "dark" : "light");
    }

    private void fit() {
        double wide = (getWidth() - 2 * MARGIN) / (DESIGN_WIDTH - 2 * MARGIN);
        double high = (getHeight() - MARGIN) / (DESIGN_HEIGHT - MARGIN);
        double factor = Math.clamp(Math.min(wide, high), SMALLEST, LARGEST);
        scale.setX(factor);
        scale.setY(factor);
        row.relocate((getWidth() - factor * (DESIGN_WIDTH - 2 * MARGIN)) / 2, MARGIN);
    }
}
