package io.tetherkey.desktop.ui.ladder;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultView;
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

/** The one line of what to do now, or what keeps the flow waiting; changes are announced to who listens. */
public final class NowView extends HBox {

    public NowView(Progress<?> ladder, Texts texts) {
        this(ladder, texts, "");
    }

    /** @param prefix before the ids of its parts */
    public NowView(Progress<?> ladder, Texts texts, String prefix) {
        getStyleClass().add("now");
        FontIcon icon = Nodes.icon("mdi2a-arrow-right-circle");
        ladder.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        icon.setIconLiteral(literal(ladder.toneProperty().get()));
        Label now = Nodes.label(ladder.nowProperty(), "now-text");
        now.setId(prefix + "now");
        Label slow = Nodes.label(ladder.slowProperty(), "muted");
        slow.setId(prefix + "slow");
        Label left = Nodes.label(ladder.leftProperty(), "muted");
        left.setId(prefix + "left");
        VBox words = new VBox(
                now,
                new FaultView(ladder.faultProperty(), texts, prefix + "now"),
                slow,
                left,
                diagnose(ladder, texts, prefix + "why"));
        words.getStyleClass().add("now-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        alignmentProperty().bind(ladder.faultProperty().map(why -> why.isPresent() ? Pos.TOP_LEFT : Pos.CENTER_LEFT));
        Nodes.followTone(this, ladder.toneProperty());
        Nodes.showWhile(this, ladder.spokenProperty().map(said -> !said.isEmpty()));
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(ladder.spokenProperty(), " ", ladder.slowProperty()));
        ladder.spokenProperty()
                .addListener((property, before, text) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }

    private static Button diagnose(Progress<?> ladder, Texts texts, String id) {
        Button why = new Button(null, Nodes.icon("mdi2s-stethoscope"));
        why.setId(id);
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
