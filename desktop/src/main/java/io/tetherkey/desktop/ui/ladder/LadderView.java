package io.tetherkey.desktop.ui.ladder;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The ladder of steps at the right. */
public final class LadderView extends VBox {

    private final VBox steps = new VBox();

    public LadderView(Progress<?> ladder, Texts texts) {
        getStyleClass().add("ladder");
        setId("ladder");
        steps.getStyleClass().add("rungs");
        getChildren().addAll(Nodes.label(texts.bind("ladder.heading"), "section-heading"), steps);
        ladder.rungs().addListener((ListChangeListener<Progress.StepLine>) change -> fill(ladder));
        fill(ladder);
    }

    private void fill(Progress<?> ladder) {
        steps.getChildren().setAll(ladder.rungs().stream().map(LadderView::rung).toList());
    }

    private static HBox rung(Progress.StepLine rung) {
        StackPane mark = new StackPane(Nodes.icon(icon(rung.state())));
        mark.getStyleClass().add("rung-mark");
        Label name = new Label(rung.label());
        name.getStyleClass().add("rung-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        Label state = new Label(rung.stateText());
        state.getStyleClass().addAll("muted", "rung-state");
        boolean told = rung.state() == RungState.WAITING_FOR_YOU
                || rung.state() == RungState.ANSWERED
                || rung.state() == RungState.DECLINED
                || rung.state() == RungState.FAILED
                || rung.state() == RungState.WORKING;
        state.setVisible(told);
        state.setManaged(told);
        VBox words = new VBox(name, state);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(mark, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setId("rung-" + rung.id());
        line.getStyleClass().addAll("rung", "rung-" + rung.state().id());
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(rung.label() + ": " + rung.stateText());
        return line;
    }

    private static String icon(RungState state) {
        return switch (state) {
            case NOT_STARTED -> "mdi2c-circle-outline";
            case WORKING -> "mdi2d-dots-horizontal-circle";
            case WAITING_FOR_YOU -> "mdi2h-hand-pointing-right";
            case ANSWERED -> "mdi2m-message-reply-text";
            case DONE -> "mdi2c-check-circle";
            case DECLINED, FAILED -> "mdi2c-close-circle";
        };
    }
}
