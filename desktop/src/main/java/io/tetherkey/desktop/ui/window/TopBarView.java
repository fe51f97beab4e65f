package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.SideBySide;
import io.tetherkey.desktop.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Name, DEMO mark and the way from page to page; where there is little room, the mark alone stands for the name. */
final class TopBarView extends VBox {

    private static final double LEAST_TITLE = 170;
    private static final double MARK = 26;

    TopBarView(WindowViewModel window) {
        Texts texts = window.texts();
        getStyleClass().add("top-bar");
        Label name = new Label("TetherKey", AppIcon.mark(MARK));
        name.getStyleClass().add("app-name");
        name.setAccessibleText(name.getText());
        widthProperty()
                .subscribe(width -> name.setContentDisplay(
                        NavigationView.isTight(width.doubleValue())
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.LEFT));
        HBox title = new HBox(name);
        title.getStyleClass().add("title");
        title.setAlignment(Pos.CENTER_LEFT);
        if (window.trust().demo()) {
            title.getChildren().add(demo(texts));
        }
        getChildren().add(new SideBySide(title, new NavigationView(window, widthProperty()), LEAST_TITLE));
    }

    private static Label demo(Texts texts) {
        Label demo = Nodes.label(texts.bind("app.demo"), "demo");
        demo.setId("demo");
        demo.setWrapText(false);
        Tooltip help = new Tooltip();
        help.textProperty().bind(texts.bind("app.demo.help"));
        demo.setTooltip(help);
        demo.accessibleTextProperty().bind(texts.bind("app.demo.help"));
        return demo;
    }
}
