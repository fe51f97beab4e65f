package io.tetherkey.protocol.phone.virtual.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/** The whole window: the phone with its cable, scaled to the room there is, and the tools beside it. */
final class PhonePane extends StackPane {
    private static final double PHONE_HEIGHT = PhoneFrame.HEIGHT + 54;
    private static final double MARGIN = 24;

    private final Scale scale = new Scale(1, 1);

    PhonePane(PhoneViewModel model) {
        PhoneFrame phone = new PhoneFrame(model);
        phone.getTransforms().add(scale);
        ToolPanel tools = new ToolPanel(model);
        tools.setMaxHeight(PhoneFrame.HEIGHT);
        HBox row = new HBox(MARGIN, new Group(phone), tools);
        row.setAlignment(Pos.TOP_CENTER);
        row.getStyleClass().add("desk");
        getChildren().add(row);
        getStylesheets().add(resource("phone.css").toExternalForm());
        model.themeProperty().subscribe(this::light);
        heightProperty().subscribe(height -> fit(height.doubleValue()));
    }

    private void light(Theme theme) {
        String sheet = theme == Theme.DARK
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(sheet);
        getStyleClass().removeAll("light", "dark");
        getStyleClass().add(theme == Theme.DARK ? "dark" : "light");
    }

    private void fit(double height) {
        double room = Math.max(height - MARGIN, 1);
        double factor = Math.min(1, room / PHONE_HEIGHT);
        scale.setX(factor);
        scale.setY(factor);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(PhonePane.class.getResource(name), name);
    }
}
