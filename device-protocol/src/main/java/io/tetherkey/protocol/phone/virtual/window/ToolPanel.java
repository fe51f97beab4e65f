package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.window.PhoneViewModel.Theme;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What one does to the phone from outside: cable, lock and power, and how the window looks. */
final class ToolPanel extends VBox {
    static final double WIDTH = 236;

    private final PhoneViewModel model;
    private final Label title = Nodes.text("", "tools-title");
    private final Label about = Nodes.text("", "line-body");
    private final Button cable = tool("cable", Icon.CABLE);
    private final Button lock = tool("lock", Icon.LOCK);
    private final Button power = tool("power", Icon.POWER);
    private final Button language = plain("language");
    private final Button theme = plain("theme");
    private final Button smaller = plain("smaller");
    private final Button larger = plain("larger");

    /**
     * @param bench what only developers do; empty where the phone has no such side
     * @param size makes the window larger and smaller
     */
    ToolPanel(PhoneViewModel model, List<BenchTools> bench, WindowSize size) {
        this.model = model;
        getStyleClass().add("tools");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        setSpacing(8);
        Label demo = new Label("DEMO");
        demo.getStyleClass().add("demo-mark");
        HBox head = new HBox(10, title, demo);
        head.setAlignment(Pos.CENTER_LEFT);
        cable.setOnAction(event -> model.toggleCable());
        lock.setOnAction(event -> model.toggleLock());
        power.setOnAction(event -> model.powerCut());
        language.setOnAction(event -> model.switchLanguage());
        theme.setOnAction(event -> model.toggleTheme());
        smaller.setOnAction(event -> size.smaller());
        larger.setOnAction(event -> size.larger());
        smaller.setText("−");
        larger.setText("+");
        smaller.getStyleClass().add("size-button");
        larger.getStyleClass().add("size-button");
        getChildren().addAll(head, about, cable, lock, power);
        getChildren().addAll(bench);
        getChildren().addAll(Nodes.spring(), Nodes.pair(language, theme), Nodes.pair(smaller, larger));
        model.textsProperty().subscribe(this::draw);
        model.cableProperty().subscribe(this::draw);
        model.screenProperty().subscribe(this::draw);
        model.themeProperty().subscribe(theme -> draw());
    }

    private String text(String key) {
        return model.textsProperty().get().text(key);
    }

    private void draw() {
        title.setText(text("window.title"));
        about.setText(text("window.about"));
        boolean out = model.cableProperty().get() == CableState.UNPLUGGED;
        say(cable, text(out ? "window.plug" : "window.unplug"), text("window.plug.help"));
        say(lock, text(model.locked() ? "button.unlock" : "window.lock"), text("window.lock.help"));
        lock.setGraphic((model.locked() ? Icon.UNLOCK : Icon.LOCK).draw(18, "tool-icon"));
        say(power, text("window.power"), text("window.power.help"));
        say(language, text("window.language"), text("window.language.help"));
        boolean dark = model.themeProperty().get() == Theme.DARK;
        say(theme, text(dark ? "window.light" : "window.dark"), text("window.theme.help"));
        smaller.setAccessibleText(text("window.smaller"));
        larger.setAccessibleText(text("window.larger"));
        smaller.setAccessibleHelp(text("window.size.help"));
        larger.setAccessibleHelp(text("window.size.help"));
    }

    static void say(Button button, String text, String help) {
        button.setText(text);
        button.setAccessibleHelp(help);
    }

    static Button tool(String id, Icon icon) {
        Button button = plain(id);
        button.setGraphic(icon.draw(18, "tool-icon"));
        button.setGraphicTextGap(10);
        return button;
    }

    static Button plain(String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("tool");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
