package io.tetherkey.protocol.phone.virtual.window;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A page of the phone at rest: a title, what is below it, and the way to the other pages. */
final class PageView extends VBox {

    PageView(String title, String body, TabBar.Tab tab, PhoneViewModel model) {
        VBox head = new VBox(4, Nodes.text(title, "home-title"));
        if (!body.isEmpty()) {
            head.getChildren().add(Nodes.text(body, "line-body"));
        }
        head.getStyleClass().add("home-head");
        getChildren().addAll(head, new TabBar(tab, model));
        getStyleClass().add("page");
        setSpacing(14);
    }

    /** With cards that scroll. */
    PageView showing(VBox cards) {
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setId("list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return with(scroll);
    }

    /** With a picture and a sentence where there is nothing to list. */
    PageView empty(Icon icon, String text) {
        Label label = Nodes.text(text, "line-body");
        label.getStyleClass().add("centred");
        VBox middle = Nodes.centred(16, Nodes.disc(icon, 72, "quiet"), label);
        middle.setId("empty");
        middle.getStyleClass().add("empty");
        return with(middle);
    }

    private PageView with(Node middle) {
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().add(1, middle);
        return this;
    }
}
