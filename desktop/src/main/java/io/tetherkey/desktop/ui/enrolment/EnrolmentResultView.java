package io.tetherkey.desktop.ui.enrolment;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultView;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the change of a bank's slot ended. */
final class EnrolmentResultView extends VBox {

    EnrolmentResultView(EnrolmentViewModel enrolment, Texts texts) {
        var progress = enrolment.progress();
        getStyleClass().add("form");
        setId("enrol-result");
        getChildren()
                .addAll(
                        EnrolmentView.heading(progress.headingProperty()),
                        new EnrolmentSteps(progress, texts),
                        banner(progress, texts),
                        buttons(enrolment, texts));
    }

    private static HBox banner(EnrolmentProgressViewModel progress, Texts texts) {
        var icon = Nodes.icon(literal(progress.toneProperty().get()), "result-icon");
        progress.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        VBox words = new VBox(
                named(Nodes.label(progress.titleProperty(), "result-title"), "enrol-title"),
                named(Nodes.label(progress.sentenceProperty(), "result-sentence"), "enrol-done-sentence"),
                new FaultView(progress.faultProperty(), texts, "enrol"));
        words.getStyleClass().add("result-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = new HBox(icon, words);
        banner.setAlignment(Pos.TOP_LEFT);
        banner.getStyleClass().add("result-banner");
        Nodes.followTone(banner, progress.toneProperty());
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.accessibleTextProperty()
                .bind(Bindings.concat(progress.titleProperty(), ". ", progress.spokenProperty()));
        return banner;
    }

    private static HBox buttons(EnrolmentViewModel enrolment, Texts texts) {
        Button retry = button(texts, "enrol-retry", "action.retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(event -> enrolment.retry());
        Nodes.showWhile(retry, enrolment.progress().canRetryProperty());
        Button done = button(texts, "enrol-done", "action.done");
        done.setCancelButton(true);
        done.setOnAction(event -> enrolment.dismiss());
        HBox buttons = new HBox(retry, done);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private static Button button(Texts texts, String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, key + ".help");
        button.getStyleClass().add("main-button");
        return button;
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
