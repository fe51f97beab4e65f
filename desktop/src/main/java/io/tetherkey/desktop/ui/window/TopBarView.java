package io.tetherkey.desktop.ui.window;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Theme;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Name, DEMO mark, language and looks. */
final class TopBarView extends HBox {

    TopBarView(WindowViewModel window) {
        Texts texts = window.texts();
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("TetherKey", Nodes.icon("mdi2k-key-wireless", "app-icon"));
        name.getStyleClass().add("app-name");
        getChildren().add(name);
        if (window.trust() instanceof WindowViewModel.Trust.Listed listed && listed.demo()) {
            getChildren().add(demo(texts));
        }
        getChildren().addAll(new Spacer(), languages(window), theme(window, texts));
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

    private static HBox languages(WindowViewModel window) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("languages");
        Language[] all = Language.values();
        for (int i = 0; i < all.length; i++) {
            box.getChildren().add(language(window, all[i], group, i == 0 ? Styles.LEFT_PILL : Styles.RIGHT_PILL));
        }
        return box;
    }

    private static ToggleButton language(WindowViewModel window, Language language, ToggleGroup group, String pill) {
        ToggleButton button = new ToggleButton(language.ownName());
        button.setId("language-" + language.code());
        button.setToggleGroup(group);
        button.getStyleClass().addAll(pill, Styles.SMALL);
        button.setSelected(window.languageProperty().get() == language);
        button.setOnAction(event -> {
            button.setSelected(true);
            window.languageProperty().set(language);
        });
        window.languageProperty().subscribe(now -> button.setSelected(now == language));
        return button;
    }

    private static Button theme(WindowViewModel window, Texts texts) {
        FontIcon icon = Nodes.icon("mdi2w-weather-night");
        Button button = new Button(null, icon);
        button.setId("theme");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.accessibleTextProperty().bind(texts.bind("app.theme"));
        button.setOnAction(event -> window.switchTheme());
        window.themeProperty()
                .subscribe(theme -> icon.setIconLiteral(
                        theme == Theme.LIGHT ? "mdi2w-weather-night" : "mdi2w-white-balance-sunny"));
        return button;
    }
}
