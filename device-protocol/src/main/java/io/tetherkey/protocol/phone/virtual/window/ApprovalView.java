package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A payment to be approved. The approve button wakes up only when the end of the text has been in view. */
final class ApprovalView extends VBox {
    /** Half a unit, for sizes that are rounded to whole pixels. */
    private static final double ROUNDING = 0.5;

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{24,}");

    private final PhoneViewModel model;
    private final VBox words = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(words);

    ApprovalView(List<ScreenLine> lines, PhoneViewModel model) {
        this.model = model;
        ScreenTexts texts = model.textsProperty().get();
        HBox head = new HBox(
                10,
                Nodes.disc(Icon.BANK, 32, "bank"),
                Nodes.text(lines.getFirst().text(), "key-bank"));
        head.getStyleClass().add("approval-head");
        for (ScreenLine line : lines.subList(1, lines.size())) {
            words.getChildren().add(line(line));
        }
        words.getStyleClass().add("card");
        scroll.setId("details");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label hint = Nodes.text(texts.text("approve.hint"), "hint");
        hint.setId("hint");
        hint.visibleProperty().bind(model.endReachedProperty().not());
        Button approve = Nodes.button("approve", texts.text("button.approve"), "primary", model::approve);
        approve.disableProperty().bind(model.endReachedProperty().not());
        Button decline = Nodes.button("decline", texts.text("button.decline"), "plain", model::decline);
        getChildren().addAll(head, scroll, Nodes.centred(0, hint), Nodes.buttons(decline, approve));
        setSpacing(10);
        scroll.vvalueProperty().subscribe(this::look);
        scroll.viewportBoundsProperty().subscribe(this::look);
        words.heightProperty().subscribe(this::look);
    }

    private static VBox line(ScreenLine line) {
        return switch (line.style()) {
            case HEADLINE -> new VBox(Nodes.text(line.text(), "approval-title"));
            case AMOUNT -> new VBox(2, Nodes.text(line.label(), "row-label"), Nodes.text(line.text(), "line-amount"));
            case TITLE, FIELD, BODY, WARNING ->
                new VBox(2, Nodes.text(line.label(), "row-label"), Nodes.text(line.text(), valueStyle(line.text())));
        };
    }

    /** Long identifiers are set small and evenly, so that they can be compared digit by digit. */
    private static String valueStyle(String text) {
        return IDENTIFIER.matcher(text).matches() ? "identifier" : "field-value";
    }

    /** Tells the model once the last line is in view. */
    private void look() {
        double seen = scroll.getViewportBounds().getHeight();
        double whole = words.getHeight();
        boolean laidOut = seen > 0 && whole > 0;
        boolean fits = whole <= seen + ROUNDING;
        boolean atEnd = scroll.getVvalue() >= scroll.getVmax() - ROUNDING / Math.max(whole - seen, 1);
        if (laidOut && (fits || atEnd)) {
            model.reachEnd();
        }
    }
}
