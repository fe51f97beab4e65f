package io.tetherkey.desktop.ui.support;

import atlantafx.base.theme.Styles;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One button, and below it what is tried, each good or not with its remedy. */
final class SelfTestView extends VBox {

    private final Texts texts;
    private final VBox lines = new VBox();

    SelfTestView(SelfTestViewModel test, Texts texts) {
        this.texts = texts;
        getStyleClass().add("support-part");
        setId("selftest");
        lines.getStyleClass().add("checks");
        Label told = Nodes.label(test.toldProperty(), "card-title");
        told.setId("selftest-told");
        Label intro = Nodes.label(texts.bind("selftest.intro"), "muted");
        Nodes.showWhile(intro, test.toldProperty().isEmpty());
        getChildren().addAll(intro, told, buttons(test), lines);
        test.lines().addListener((ListChangeListener<TestLine>) change -> fill(test));
        fill(test);
    }

    private void fill(SelfTestViewModel test) {
        lines.getChildren().setAll(test.lines().stream().map(this::line).toList());
    }

    private HBox buttons(SelfTestViewModel test) {
        Button start = button("selftest-start", "selftest.start");
        start.getStyleClass().add("main-button");
        ObservableValue<Boolean> ran = Bindings.createBooleanBinding(
                () -> !test.runningProperty().get()
                        && !test.toldProperty().get().isEmpty(),
                test.runningProperty(),
                test.toldProperty());
        Nodes.styleWhile(start, Styles.ACCENT, ran.map(over -> !over));
        Nodes.name(start, texts, ran.map(over -> over ? "selftest.again" : "selftest.start"));
        start.disableProperty().bind(test.runningProperty());
        start.setOnAction(event -> test.start());
        Button cancel = button("selftest-cancel", "selftest.cancel");
        cancel.getStyleClass().add("main-button");
        cancel.setOnAction(event -> test.cancel());
        Nodes.showWhile(cancel, test.runningProperty());
        HBox buttons = new HBox(start, cancel);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.accessibleTextProperty().bind(button.textProperty());
        Nodes.help(button, texts, key + ".help");
        return button;
    }

    private HBox line(TestLine line) {
        StackPane mark = new StackPane(Nodes.icon(icon(line.tone())));
        mark.getStyleClass().add("check-mark");
        mark.setAlignment(Pos.TOP_CENTER);
        VBox words = new VBox(Nodes.label(new ReadOnlyStringWrapper(line.name())));
        words.getStyleClass().add("check-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (line.fault().isPresent()) {
            words.getChildren()
                    .add(new FaultView(new SimpleObjectProperty<>(line.fault()), texts, "selftest-" + line.id()));
        }
        Label state = Nodes.label(new ReadOnlyStringWrapper(line.state()), "check-state");
        state.setWrapText(false);
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(mark, words, state);
        row.setAlignment(Pos.TOP_LEFT);
        row.setId("selftest-line-" + line.id());
        row.getStyleClass().addAll("card", "check", Nodes.toneClass(line.tone()));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(line.name() + ": " + line.state() + ". "
                + line.fault().map(FaultWords::aloud).orElse(""));
        return row;
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case GOOD -> "mdi2c-check-circle";
            case BAD -> "mdi2c-close-circle";
            case WORKING, YOUR_TURN -> "mdi2d-dots-horizontal-circle-outline";
            case QUIET -> "mdi2c-circle-outline";
        };
    }
}
