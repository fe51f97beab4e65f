package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The three pages that a phone at rest has: its banks, its history, and the computers that it trusts. */
final class TabBar extends HBox {
    private static final double ICON = 20;

    /** Which page is open. */
    enum Tab {
        BANKS,
        RECORDS,
        COMPUTERS
    }

    TabBar(Tab open, PhoneViewModel model) {
        ScreenTexts texts = model.textsProperty().get();
        getStyleClass().add("tab-bar");
        for (Tab tab : Tab.values()) {
            getChildren().add(button(tab, tab == open, texts, model));
        }
    }

    private static Button button(Tab tab, boolean open, ScreenTexts texts, PhoneViewModel model) {
        String text = texts.text("tab." + tab.name());
        Button button = new Button(text, icon(tab).draw(ICON, "tab-icon"));
        button.setId("tab-" + tab.name().toLowerCase(Locale.ROOT));
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().addAll("tab-button", open ? "tab-open" : "tab-other");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1);
        button.setAccessibleHelp(texts.text(open ? "tab.open" : "tab.help"));
        button.setOnAction(event -> model.press(action(tab)));
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Icon icon(Tab tab) {
        return switch (tab) {
            case BANKS -> Icon.BANK;
            case RECORDS -> Icon.CLOCK;
            case COMPUTERS -> Icon.LAPTOP;
        };
    }

    private static UserAction action(Tab tab) {
        return switch (tab) {
            case BANKS -> new UserAction.ShowHome();
            case RECORDS -> new UserAction.ShowRecords();
            case COMPUTERS -> new UserAction.ShowComputers();
        };
    }
}
