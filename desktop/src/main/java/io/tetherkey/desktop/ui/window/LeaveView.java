package io.tetherkey.desktop.ui.window;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.SideBySide;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.window.LeaveViewModel.Question;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The question of {@link LeaveViewModel}, above everything else. */
final class LeaveView extends HBox {

    private static final double LEAST_WORDS = 420;

    private final LeaveViewModel leaving;
    private final Texts texts;

    LeaveView(LeaveViewModel leaving, Texts texts) {
        this.leaving = leaving;
        this.texts = texts;
        getStyleClass().add("leave-question");
        setAlignment(Pos.TOP_LEFT);
        setId("leave-question");
        Label title = Nodes.label(text("title"), "notice-sentence");
        title.setId("leave-title");
        Label sentence = Nodes.label(text("sentence"));
        Button stay = button("leave-stay", "leave.stay", leaving::stay);
        stay.getStyleClass().add(Styles.ACCENT);
        stay.setDefaultButton(true);
        Button go = button("leave-go", "leave.go", leaving::leave);
        HBox buttons = new HBox(stay, go);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(title, sentence);
        words.getStyleClass().add("leave-words");
        SideBySide row = new SideBySide(words, buttons, LEAST_WORDS);
        HBox.setHgrow(row, Priority.ALWAYS);
        getChildren().addAll(Nodes.icon("mdi2h-help-circle-outline", "leave-icon"), row);
        Nodes.showWhile(this, leaving.questionProperty().map(question -> question != Question.NONE));
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(title.textProperty(), " ", sentence.textProperty()));
        visibleProperty().subscribe(shown -> {
            if (shown) {
                stay.requestFocus();
            }
        });
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.accessibleTextProperty().bind(button.textProperty());
        Nodes.help(button, texts, key + ".help");
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("main-button");
        button.setOnAction(event -> action.run());
        return button;
    }

    private StringBinding text(String part) {
        return Bindings.createStringBinding(
                () -> switch (leaving.questionProperty().get()) {
                    case NONE -> "";
                    case PAYMENT -> texts.get("leave.payment." + part);
                    case SLOT_CHANGE -> texts.get("leave.slot." + part);
                },
                leaving.questionProperty(),
                texts.languageProperty());
    }
}
