package io.tetherkey.desktop.ui.guide;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.FaultView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The picture with its sentence and button: in the middle of the window, or as a part of another card. */
public final class GuideView {

    private static final double SMALL = 0.55;
    private static final Insets ABOVE_BUTTON = new Insets(8, 0, 0, 0);

    private GuideView() {}

    /**
     * For the window that has nothing else to show.
     *
     * @param narrow whether the window scrolls; the picture then leaves its room to the words and the button
     */
    public static VBox large(GuideViewModel guide, Texts texts, ObservableValue<Boolean> narrow) {
        GuidePicture picture = picture(guide, 1, narrow);
        Label title = Nodes.label(guide.titleProperty(), "rest-title");
        title.setId("rest-title");
        Label detail = Nodes.label(guide.detailProperty(), "rest-detail");
        detail.setId("guide-detail");
        FaultView fault = new FaultView(guide.faultProperty(), texts, "guide");
        fault.getStyleClass().add("fault-centred");
        Button action = action(guide, texts, "guide-action");
        VBox.setMargin(action, ABOVE_BUTTON);
        VBox view = new VBox(picture, title, detail, fault, action);
        view.setAlignment(Pos.CENTER);
        view.getStyleClass().add("guide");
        return view;
    }

    /**
     * For something that waits for the phone.
     *
     * @param id of the title, and what that of the button begins with
     * @param narrow whether the window scrolls, as in {@link #large}
     */
    public static HBox small(GuideViewModel guide, Texts texts, String id, ObservableValue<Boolean> narrow) {
        GuidePicture picture = picture(guide, SMALL, narrow);
        Label title = Nodes.label(guide.titleProperty(), "now-text");
        title.setId(id);
        Button action = action(guide, texts, id + "-action");
        VBox.setMargin(action, ABOVE_BUTTON);
        VBox words = new VBox(
                title,
                Nodes.label(guide.detailProperty(), "muted"),
                new FaultView(guide.faultProperty(), texts, id),
                action);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("now-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox view = new HBox(picture, words);
        view.setAlignment(Pos.CENTER_LEFT);
        view.getStyleClass().addAll("now", "tone-your-turn");
        return view;
    }

    private static GuidePicture picture(GuideViewModel guide, double size, ObservableValue<Boolean> narrow) {
        GuidePicture picture = new GuidePicture(guide.pictureProperty(), size);
        picture.accessibleTextProperty().bind(guide.titleProperty());
        Nodes.showWhile(picture, narrow.map(one -> !one));
        return picture;
    }

    private static Button action(GuideViewModel guide, Texts texts, String id) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(guide.actionProperty());
        button.accessibleHelpProperty()
                .bind(guide.guideProperty()
                        .flatMap(now ->
                                texts.bind(now == Guide.ASK_AGAIN ? "diagnosis.again.help" : "guide.action.help")));
        button.getStyleClass().add("main-button");
        guide.guideProperty().subscribe(now -> {
            button.getStyleClass().removeAll(Styles.ACCENT, Styles.BUTTON_OUTLINED);
            button.getStyleClass().add(now == Guide.SET_UP_BANK ? Styles.ACCENT : Styles.BUTTON_OUTLINED);
        });
        button.setOnAction(event -> guide.act());
        Nodes.showWhile(button, Bindings.isNotEmpty(guide.actionProperty()));
        return button;
    }
}
