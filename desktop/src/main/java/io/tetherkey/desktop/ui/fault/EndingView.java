package io.tetherkey.desktop.ui.fault;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one form in which every flow shows how it ended: a sign, the title, and the sentence or the fault. */
public final class EndingView extends HBox {

    private final String id;

    /** @param id what the ids of its parts begin with */
    public EndingView(Ending ending, Texts texts, String id) {
        this.id = id;
        FontIcon icon = Nodes.icon(literal(ending.toneProperty().get()), "result-icon");
        ending.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        VBox words = new VBox(
                named(Nodes.label(ending.titleProperty(), "result-title"), "title"),
                named(Nodes.label(ending.firstProperty(), "fault-title"), "first"),
                named(Nodes.label(ending.sentenceProperty(), "result-sentence"), "done-sentence"),
                new FaultView(ending.faultProperty(), texts, id));
        words.getStyleClass().add("result-words");
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("result-banner");
        Nodes.followTone(this, ending.toneProperty());
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(ending.titleProperty(), ". ", ending.spokenProperty()));
    }

    private Label named(Label label, String part) {
        label.setId(id + "-" + part);
        return label;
    }

    private static String literal(Tone tone) {
        return switch (tone) {
            case GOOD -> "mdi2c-check-circle";
            case BAD -> "mdi2c-close-circle";
            case YOUR_TURN -> "mdi2h-help-circle";
            case QUIET, WORKING -> "mdi2m-minus-circle";
        };
    }
}
