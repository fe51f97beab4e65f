package io.tetherkey.desktop.ui.ladder;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Tone;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one line of what to do now; changes are announced to who listens. */
public final class NowView extends HBox {

    public NowView(LadderViewModel ladder) {
        getStyleClass().add("now");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = Nodes.icon("mdi2a-arrow-right-circle");
        ladder.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        icon.setIconLiteral(literal(ladder.toneProperty().get()));
        Label now = Nodes.label(ladder.nowProperty(), "now-text");
        now.setId("now");
        Label slow = Nodes.label(ladder.slowProperty(), "muted");
        slow.setId("slow");
        VBox words = new VBox(now, slow);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        Nodes.followTone(this, ladder.toneProperty());
        Nodes.showWhile(this, Bindings.isNotEmpty(ladder.nowProperty()));
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(ladder.nowProperty(), " ", ladder.slowProperty()));
        ladder.nowProperty()
                .addListener((property, before, text) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
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
