package io.tetherkey.desktop.ui.window;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.window.LeaveViewModel.Question;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The question of {@link LeaveViewModel}, above everything else. */
final class LeaveView extends HBox {

    private final LeaveViewModel leaving;
    private final Texts texts;

    LeaveView(LeaveViewModel leaving, Texts texts) {
        this.leaving = leaving;
        this.texts = texts;
        getStyleClass().add("leave-question");
        setAlignment(Pos.CENTER_LEFT);
        setId("leave-question");
        Label title = Nodes.label(text("title"), "notice-sentence");
        title.setId("leave-title");
        Label sentence = Nodes.label(text("sentence"));
        Button stay = button("leave-stay", "leave.stay", leaving::stay);
        stay.getStyleClass().add(Styles.ACCENT);
        stay.setDefaultButton(true);
        Button go = button("leave-go", "leave.go", leaving::leave);
        FlowPane buttons = new FlowPane(stay, go);
        buttons.getStyleClass().add("leave-buttons");
        VBox words = new VBox(title, sentence, buttons);
        words.getStyleClass().add("leave-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Nodes.icon("mdi2h-help-circle-outline", "leave-icon"), words);
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
