package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What one does to the phone from outside: cable, lock and power, and how the window looks. */
final class ToolPanel extends VBox {
    private static final double WIDTH = 200;

    private final PhoneViewModel model;

    ToolPanel(PhoneViewModel model) {
        this.model = model;
        getStyleClass().add("tools");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setSpacing(10);
        model.textsProperty().subscribe(texts -> draw());
        model.cableProperty().subscribe(state -> draw());
        model.screenProperty().subscribe(screen -> draw());
        model.themeProperty().subscribe(theme -> draw());
    }

    private void draw() {
        ScreenTexts texts = model.textsProperty().get();
        boolean unplugged = model.cableProperty().get() == CableState.UNPLUGGED;
        boolean locked = model.screenProperty().get() instanceof Screen.Locked;
        boolean dark = model.themeProperty().get() == Theme.DARK;
        Label demo = new Label("DEMO");
        demo.getStyleClass().add("demo-mark");
        getChildren()
                .setAll(
                        Nodes.text(texts.text("window.title"), "tools-title"),
                        demo,
                        Nodes.text(texts.text("window.about"), "line-body"),
                        Nodes.text(
                                texts.text(
                                        "window.cable." + model.cableProperty().get()),
                                "tools-state"),
                        tool(
                                "cable",
                                texts.text(unplugged ? "window.plug" : "window.unplug"),
                                Icon.CABLE,
                                model::toggleCable),
                        tool(
                                "lock",
                                texts.text(locked ? "button.unlock" : "window.lock"),
                                locked ? Icon.UNLOCK : Icon.LOCK,
                                model::toggleLock),
                        tool("power", texts.text("window.power"), Icon.POWER, model::powerCut),
                        Nodes.spring(),
                        plain("language", texts.text("window.language"), this::switchLanguage),
                        plain("theme", texts.text(dark ? "window.light" : "window.dark"), this::switchTheme));
    }

    private static Button tool(String id, String text, Icon icon, Runnable action) {
        Button button = plain(id, text, action);
        button.setGraphic(icon.draw(18, "tool-icon"));
        button.setGraphicTextGap(10);
        return button;
    }

    private static Button plain(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void switchLanguage() {
        model.textsProperty().set(model.textsProperty().get().inOtherLanguage());
    }

    private void switchTheme() {
        model.themeProperty().set(model.themeProperty().get() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }
}
