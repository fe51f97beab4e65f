package io.tetherkey.desktop.ui.ladder;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one line of what to do now; changes are announced to who listens. */
public final class NowView extends HBox {

    public NowView(Progress ladder, Texts texts) {
        getStyleClass().add("now");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = Nodes.icon("mdi2a-arrow-right-circle");
        ladder.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        icon.setIconLiteral(literal(ladder.toneProperty().get()));
        Label now = Nodes.label(ladder.nowProperty(), "now-text");
        now.setId("now");
        Label slow = Nodes.label(ladder.slowProperty(), "muted");
        slow.setId("slow");
        Label left = Nodes.label(ladder.leftProperty(), "muted");
        left.setId("left");
        VBox words = new VBox(now, slow, left, diagnose(ladder, texts));
        words.getStyleClass().add("now-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        Nodes.followTone(this, ladder.toneProperty());
        Nodes.showWhile(this, Bindings.isNotEmpty(ladder.nowProperty()));
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(ladder.nowProperty(), " ", ladder.slowProperty()));
        ladder.nowProperty()
                .addListener((property, before, text) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }

    private static Button diagnose(Progress ladder, Texts texts) {
        Button why = new Button(null, Nodes.icon("mdi2s-stethoscope"));
        why.setId("why");
        why.textProperty().bind(texts.bind("now.why"));
        Nodes.help(why, texts, "now.why.help");
        why.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        why.setOnAction(event -> ladder.diagnose());
        Nodes.showWhile(why, ladder.stuckProperty());
        return why;
    }

    private static String literal(Tone tone) {
        return switch (tone) {
            case QUIET, WORKING -> "mdi2d-dots-horizontal-circle";
            case YOUR_TURN -> "mdi2a-arrow-right-circle";
            case GOOD -> "mdi2c-check-circle";
            case BAD -> "mdi2a-alert-circle";
        };
    }
}
