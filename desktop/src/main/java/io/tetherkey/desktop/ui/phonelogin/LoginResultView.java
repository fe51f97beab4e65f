package io.tetherkey.desktop.ui.phonelogin;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.EndingView;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How the login ended, and the code for a page in another browser, on demand. */
final class LoginResultView extends VBox {

    private final LoginResultViewModel result;
    private final Texts texts;

    LoginResultView(PhoneLoginViewModel login, Texts texts) {
        this.result = login.result();
        this.texts = texts;
        getStyleClass().add("form");
        setId("signin-result");
        getChildren().addAll(new EndingView(result.ending(), texts, "signin"), otherBrowser(), buttons(login));
    }

    private HBox buttons(PhoneLoginViewModel login) {
        Button again = button("signin-set-up-again", "slot.set-up-again");
        again.getStyleClass().add(Styles.ACCENT);
        again.setDefaultButton(true);
        again.setOnAction(event -> login.setUpAgain());
        Nodes.showWhile(again, result.voidedProperty());
        Button done = button("signin-done", "action.done");
        Nodes.name(done, texts, result.loggedInProperty().map(in -> in ? "action.done" : "action.close"));
        done.setCancelButton(true);
        done.defaultButtonProperty().bind(result.voidedProperty().not());
        done.setOnAction(event -> login.dismiss());
        HBox buttons = new HBox(again, done);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, key + ".help");
        button.getStyleClass().add("main-button");
        return button;
    }

    private VBox otherBrowser() {
        Button show = new Button();
        show.setId("signin-show-code");
        show.textProperty().bind(texts.bind("signin.show-code"));
        Nodes.help(show, texts, "signin.show-code.help");
        show.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        show.setOnAction(event -> result.codeWantedProperty().set(true));
        Nodes.showWhile(show, result.codeWantedProperty().not());
        Label digits = named(Nodes.label(result.completionProperty(), "completion-code"), "signin-completion");
        Label warning = Nodes.label(texts.bind("signin.code-warning"), "asked");
        Nodes.showWhile(warning, result.codeWantedProperty());
        VBox box = new VBox(Nodes.label(texts.bind("signin.other-browser"), "muted"), show, warning, digits);
        box.getStyleClass().add("other-browser");
        Nodes.showWhile(box, result.loggedInProperty());
        return box;
    }

    private static Label named(Label label, String id) {
        label.setId(id);
        return label;
    }
}
