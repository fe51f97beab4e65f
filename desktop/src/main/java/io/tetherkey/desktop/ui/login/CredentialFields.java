package io.tetherkey.desktop.ui.login;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** User name and password beside each other, and that the payment key is asked for elsewhere. */
public final class CredentialFields extends VBox {

    /**
     * @param prefix before the ids {@code user} and {@code password}
     * @param enter done on Enter in the password
     */
    public CredentialFields(
            StringProperty userName, StringProperty secret, Texts texts, String prefix, Runnable enter) {
        getStyleClass().add("login");
        TextField user = new TextField();
        user.setId(prefix + "user");
        user.textProperty().bindBidirectional(userName);
        PasswordField password = new PasswordField();
        password.setId(prefix + "password");
        password.textProperty().bindBidirectional(secret);
        password.setOnAction(event -> enter.run());
        GridPane fields = new GridPane();
        fields.getStyleClass().add("fields");
        field(fields, 0, texts, "login.user", user);
        field(fields, 1, texts, "login.password", password);
        HBox note = new HBox(
                Nodes.icon("mdi2c-cellphone-key", "note-icon"), Nodes.label(texts.bind("login.note"), "muted"));
        note.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("note");
        getChildren().addAll(fields, note);
    }

    private static void field(GridPane fields, int column, Texts texts, String key, TextField field) {
        Label label = Nodes.label(texts.bind(key), "field-label");
        label.setLabelFor(field);
        Nodes.describe(field, texts, key);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("field");
        GridPane.setHgrow(box, Priority.ALWAYS);
        fields.add(box, column, 0);
    }
}
