package io.tetherkey.desktop.ui.enrolment;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The four steps that set a bank up, in a row: done, the present one, and those to come. */
final class EnrolmentSteps extends FlowPane {

    private static final List<String> NAMES = List.of("bank", "code", "key", "enabled");

    EnrolmentSteps(EnrolmentProgressViewModel progress, Texts texts) {
        getStyleClass().add("wizard");
        setId("enrol-steps");
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < NAMES.size(); i++) {
            getChildren().add(step(i + 1, NAMES.get(i), progress, texts));
        }
        Nodes.showWhile(this, progress.stepProperty().greaterThan(0));
    }

    private static HBox step(int number, String name, EnrolmentProgressViewModel progress, Texts texts) {
        FontIcon mark = Nodes.icon(icon(number, 0), "wizard-icon");
        Label words = Nodes.label(texts.bind("enrol.step." + name), "wizard-name");
        HBox step = new HBox(mark, words);
        step.setAlignment(Pos.CENTER_LEFT);
        step.setId("enrol-step-" + name);
        step.setAccessibleRole(AccessibleRole.TEXT);
        step.accessibleTextProperty().bind(words.textProperty());
        progress.stepProperty().subscribe(now -> {
            mark.setIconLiteral(icon(number, now.intValue()));
            step.getStyleClass().setAll("wizard-step", style(number, now.intValue()));
        });
        return step;
    }

    private static String style(int number, int now) {
        if (number < now || number == NAMES.size() && now == number) {
            return "wizard-done";
        }
        return number == now ? "wizard-now" : "wizard-later";
    }

    private static String icon(int number, int now) {
        return style(number, now).equals("wizard-done")
                ? "mdi2c-check-circle"
                : "mdi2n-numeric-" + number + "-circle-outline";
    }
}
