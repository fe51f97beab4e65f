package io.tetherkey.desktop.ui.phonecard;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The phone card at the top left: how the phone is; what to do about it stands in the middle of the page. */
public final class PhoneCardView extends HBox {

    public PhoneCardView(PhoneCardViewModel phone, Texts texts) {
        getStyleClass().addAll("card", "phone-card");
        setAlignment(Pos.CENTER_LEFT);
        setId("phone-card");
        Label title = Nodes.label(phone.titleProperty(), "card-title");
        title.setId("phone-title");
        Label detail = Nodes.label(phone.detailProperty(), "muted");
        detail.setId("phone-detail");
        VBox words = new VBox(title, detail);
        words.getStyleClass().add("phone-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark(phone), words);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty()
                .bind(Bindings.concat(
                        texts.bind("phone.heading"),
                        ": ",
                        phone.titleProperty(),
                        ". ",
                        phone.detailProperty(),
                        phone.faultProperty()
                                .map(told -> told.map(FaultWords::aloud).orElse(""))));
    }

    private static StackPane mark(PhoneCardViewModel phone) {
        FontIcon icon = Nodes.icon("mdi2c-cellphone");
        phone.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        icon.setIconLiteral(literal(phone.toneProperty().get()));
        StackPane mark = new StackPane(icon);
        mark.getStyleClass().add("phone-mark");
        Nodes.followTone(mark, phone.toneProperty());
        return mark;
    }

    private static String literal(Tone tone) {
        return switch (tone) {
            case GOOD -> "mdi2c-cellphone-check";
            case BAD -> "mdi2c-cellphone-remove";
            case WORKING -> "mdi2c-cellphone-wireless";
            case YOUR_TURN -> "mdi2c-cellphone-link";
            case QUIET -> "mdi2c-cellphone";
        };
    }
}
