package io.tetherkey.desktop.ui.diagnosis;

import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultView;
import io.tetherkey.desktop.ui.fault.FaultWords;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The rungs below each other, the first that is not good with its remedy. */
public final class DiagnosisView extends VBox {

    private final Texts texts;
    private final VBox rungs = new VBox();

    /** @param narrow whether the remedy is to stand on top already, as the rungs are out of sight */
    public DiagnosisView(DiagnosisViewModel diagnosis, Texts texts, ObservableValue<Boolean> narrow) {
        this.texts = texts;
        getStyleClass().addAll("support-part", "diagnosis");
        setId("diagnosis");
        rungs.getStyleClass().add("checks");
        Label verdict = Nodes.label(diagnosis.verdictProperty(), "card-title");
        verdict.setId("diagnosis-verdict");
        Label remedy = Nodes.label(diagnosis.remedyProperty());
        remedy.setId("diagnosis-remedy");
        Nodes.showWhile(
                remedy,
                Bindings.createBooleanBinding(
                        () -> narrow.getValue() && !remedy.getText().isEmpty(), narrow, remedy.textProperty()));
        Label intro = Nodes.label(texts.bind("diagnosis.intro"), "muted");
        Nodes.showWhile(intro, narrow.map(one -> !one));
        VBox told = new VBox(verdict, remedy, intro);
        told.getStyleClass().add("verdict");
        getChildren().addAll(told, again(diagnosis), rungs);
        diagnosis.lines().addListener((ListChangeListener<CheckLine>) change -> fill(diagnosis));
        fill(diagnosis);
    }

    private void fill(DiagnosisViewModel diagnosis) {
        rungs.getChildren().setAll(diagnosis.lines().stream().map(this::rung).toList());
    }

    private Button again(DiagnosisViewModel diagnosis) {
        Button again = new Button();
        again.setId("diagnosis-again");
        again.textProperty().bind(texts.bind("diagnosis.again"));
        again.accessibleTextProperty().bind(again.textProperty());
        Nodes.help(again, texts, "diagnosis.again.help");
        again.disableProperty().bind(diagnosis.lookingProperty());
        again.setOnAction(event -> diagnosis.again());
        return again;
    }

    private HBox rung(CheckLine line) {
        StackPane mark = new StackPane(Nodes.icon(icon(line.tone())));
        mark.getStyleClass().add("check-mark");
        mark.setAlignment(Pos.TOP_CENTER);
        Label name = Nodes.label(new ReadOnlyStringWrapper(line.name()), "card-title");
        Label question = Nodes.label(new ReadOnlyStringWrapper(line.question()), "muted");
        VBox words = new VBox(name, question);
        if (line.fault().isPresent()) {
            words.getChildren().add(new FaultView(new SimpleObjectProperty<>(line.fault()), texts, line.id()));
        }
        words.getStyleClass().add("check-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!line.udevRule().isEmpty()) {
            words.getChildren().addAll(ruleWords(), rule(line));
        }
        Label state = Nodes.label(new ReadOnlyStringWrapper(line.stateText()), "check-state");
        state.setWrapText(false);
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox rung = new HBox(mark, words, state);
        rung.setAlignment(Pos.TOP_LEFT);
        rung.setId("check-" + line.id());
        rung.getStyleClass().addAll("card", "check", Nodes.toneClass(line.tone()));
        rung.setAccessibleRole(AccessibleRole.TEXT);
        rung.setAccessibleText(line.name() + ": " + line.stateText() + ". "
                + line.fault().map(FaultWords::aloud).orElse(""));
        return rung;
    }

    private Label ruleWords() {
        return Nodes.label(new ReadOnlyStringWrapper(texts.get("diagnosis.rule", SeenDevice.UDEV_FILE)), "muted");
    }

    /** A field, so that the line can be marked and copied. */
    private TextField rule(CheckLine line) {
        TextField rule = new TextField(line.udevRule());
        rule.setId("udev-rule");
        rule.setEditable(false);
        rule.getStyleClass().add("code-field");
        rule.setAccessibleText(texts.get("diagnosis.rule", SeenDevice.UDEV_FILE));
        Nodes.help(rule, texts, "diagnosis.rule.help");
        return rule;
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case GOOD -> "mdi2c-check-circle";
            case BAD -> "mdi2c-close-circle";
            case YOUR_TURN -> "mdi2h-hand-pointing-right";
            case QUIET, WORKING -> "mdi2c-circle-outline";
        };
    }
}
