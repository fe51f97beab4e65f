package io.tetherkey.desktop.ui.phonelogin;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.ladder.NowView;
import io.tetherkey.desktop.ui.login.CredentialFields;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sheet of a login: whose page asks, and below it the question, the form, what to do now, or the result. */
public final class PhoneLoginView extends VBox {

    private final PhoneLoginViewModel login;
    private final Texts texts;

    /** @param narrow whether the window scrolls, so that what to do now stands above the bank */
    public PhoneLoginView(PhoneLoginViewModel login, Texts texts, ObservableValue<Boolean> narrow) {
        this.login = login;
        this.texts = texts;
        setId("phone-login");
        getStyleClass().addAll("card", "sheet");
        Nodes.styleWhile(this, "header-below", narrow);
        VBox header = header();
        Label asks = Nodes.label(login.bankProperty(), "card-title");
        asks.setId("signin-line");
        VBox question = shown(question(), LoginScreen.QUESTION);
        VBox form = shown(form(), LoginScreen.FORM);
        VBox underWay = shown(underWay(), LoginScreen.UNDER_WAY);
        VBox result = shown(new LoginResultView(login, texts), LoginScreen.RESULT);
        narrow.subscribe(one -> getChildren()
                .setAll(
                        one
                                ? List.of(asks, question, form, underWay, result, header)
                                : List.of(header, question, form, underWay, result)));
    }

    private VBox header() {
        HBox heading = new HBox(
                Nodes.label(texts.bind("signin.heading"), "section-heading"),
                Nodes.spring(),
                Nodes.icon("mdi2s-shield-check", "verified-icon"),
                Nodes.label(texts.bind("signin.listed"), "verified"));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("verified-line");
        Label bank = Nodes.label(login.bankProperty(), "payee");
        bank.setId("signin-bank");
        Label nothing = Nodes.label(texts.bind("signin.nothing-paid"), "muted");
        VBox header = new VBox(heading, bank, nothing);
        header.getStyleClass().add("order-header");
        return header;
    }

    private VBox question() {
        Label warning = Nodes.label(texts.bind("signin.question"), "description");
        warning.setId("signin-question");
        Label until = Nodes.label(login.untilProperty(), "muted");
        until.setId("signin-until");
        Button proceed = button("signin-continue", "signin.continue");
        proceed.setDefaultButton(true);
        proceed.getStyleClass().add(Styles.ACCENT);
        proceed.disableProperty().bind(login.overProperty());
        proceed.setOnAction(event -> login.proceed());
        proceed.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(proceed, Priority.ALWAYS);
        return column(
                "form",
                new NowView(login.progress(), texts),
                warning,
                until,
                buttons(proceed, cancel("signin-cancel-question")));
    }

    private VBox form() {
        Label until = Nodes.label(login.untilProperty(), "muted");
        until.setId("signin-form-until");
        Button submit = button("signin-submit", "signin.submit");
        submit.setDefaultButton(true);
        submit.getStyleClass().add(Styles.ACCENT);
        submit.disableProperty().bind(login.completeProperty().not());
        submit.setOnAction(event -> login.submit());
        submit.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(submit, Priority.ALWAYS);
        return column(
                "form",
                new NowView(login.progress(), texts),
                new CredentialFields(
                        login.userNameProperty(), login.passwordProperty(), texts, "signin-", login::submit),
                until,
                buttons(submit, cancel("signin-cancel-form")));
    }

    private VBox underWay() {
        Button retry = button("signin-retry", "action.retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(event -> login.retry());
        Nodes.showWhile(retry, login.bankAwayProperty());
        return column("under-way", new NowView(login.progress(), texts), buttons(retry, cancel("signin-cancel")));
    }

    private Button cancel(String id) {
        Button cancel = button(id, "signin.cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> login.cancel());
        return cancel;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, key + ".help");
        button.getStyleClass().add("main-button");
        return button;
    }

    private static HBox buttons(Button... buttons) {
        HBox line = new HBox(buttons);
        line.getStyleClass().add("buttons");
        return line;
    }

    private static VBox column(String style, javafx.scene.Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add(style);
        return column;
    }

    private VBox shown(VBox part, LoginScreen first, LoginScreen... more) {
        EnumSet<LoginScreen> screens = EnumSet.of(first, more);
        ObservableValue<Boolean> now = login.screenProperty().map(screens::contains);
        Nodes.showWhile(part, now);
        return part;
    }
}
