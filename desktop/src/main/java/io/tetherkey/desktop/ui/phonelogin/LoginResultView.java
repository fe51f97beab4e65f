package io.tetherkey.desktop.ui.phonelogin;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
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
        Button done = new Button();
        done.setId("signin-done");
        done.textProperty().bind(texts.bind("action.done"));
        Nodes.help(done, texts, "action.done.help");
        done.setCancelButton(true);
        done.getStyleClass().add("main-button");
        done.setOnAction(event -> login.dismiss());
        HBox buttons = new HBox(done);
        buttons.getStyleClass().add("buttons");
        getChildren()
                .addAll(
                        banner(),
                        named(Nodes.label(result.remedyProperty(), "remedy"), "signin-remedy"),
                        named(Nodes.label(result.attemptsProperty(), "attempts"), "signin-attempts"),
                        otherBrowser(),
                        buttons);
    }

    private HBox banner() {
        var icon = Nodes.icon(literal(result.toneProperty().get()), "result-icon");
        result.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        HBox head = new HBox(
                named(Nodes.label(result.titleProperty(), "result-title"), "signin-title"),
                named(Nodes.label(result.codeProperty(), "code"), "signin-code"));
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("result-head");
        VBox words =
                new VBox(head, named(Nodes.label(result.sentenceProperty(), "result-sentence"), "signin-sentence"));
        words.getStyleClass().add("result-words");
        HBox banner = new HBox(icon, words);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("result-banner");
        Nodes.followTone(banner, result.toneProperty());
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.accessibleTextProperty().bind(Bindings.concat(result.titleProperty(), ". ", result.sentenceProperty()));
        return banner;
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
        Label warning = Nodes.label(texts.bind("signin.code-warning"), "muted");
        Nodes.showWhile(warning, result.codeWantedProperty());
        VBox box = new VBox(Nodes.label(texts.bind("signin.other-browser"), "muted"), show, digits, warning);
        box.getStyleClass().add("other-browser");
        Nodes.showWhile(box, result.loggedInProperty());
        return box;
    }

    private static Label named(Label label, String id) {
        label.setId(id);
        return label;
    }

    private static String literal(Tone tone) {
        return switch (tone) {
            case GOOD -> "mdi2c-check-circle";
            case QUIET, WORKING, YOUR_TURN, BAD -> "mdi2c-close-circle";
        };
    }
}
