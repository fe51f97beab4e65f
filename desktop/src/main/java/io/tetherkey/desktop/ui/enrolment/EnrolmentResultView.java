package io.tetherkey.desktop.ui.enrolment;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.EndingView;
import io.tetherkey.desktop.ui.fault.FaultWords;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How the change of a bank's slot ended. */
final class EnrolmentResultView extends VBox {

    EnrolmentResultView(EnrolmentViewModel enrolment, Texts texts, ObservableValue<Boolean> narrow) {
        var progress = enrolment.progress();
        getStyleClass().add("form");
        setId("enrol-result");
        EnrolmentView.order(
                this,
                narrow,
                EnrolmentView.heading(progress.headingProperty()),
                new EnrolmentSteps(progress, texts),
                new EndingView(progress.ending(), texts, "enrol"),
                buttons(enrolment, texts));
    }

    private static HBox buttons(EnrolmentViewModel enrolment, Texts texts) {
        Button retry = button(texts, "enrol-retry", "action.retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(event -> enrolment.retry());
        Nodes.showWhile(retry, enrolment.progress().canRetryProperty());
        retry.defaultButtonProperty().bind(enrolment.progress().canRetryProperty());
        Button done = button(texts, "enrol-done", "action.done");
        ObservableValue<Optional<FaultWords>> fault =
                enrolment.progress().ending().faultProperty();
        Nodes.name(done, texts, fault.map(why -> why.isPresent() ? "enrol.close" : "action.done"));
        done.setCancelButton(true);
        enrolment.progress().canRetryProperty().subscribe(can -> {
            done.setDefaultButton(!can);
            done.getStyleClass().remove(Styles.ACCENT);
            if (!can) {
                done.getStyleClass().add(Styles.ACCENT);
            }
        });
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
}
