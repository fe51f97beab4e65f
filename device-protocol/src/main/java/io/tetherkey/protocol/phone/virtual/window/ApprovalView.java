package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A payment to be approved. The approve button wakes up only when the end of the text has been in view. */
final class ApprovalView extends VBox {
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{24,}");
    private static final int GROUP = 4;
    private static final int LINE = 4 * GROUP;

    private final PhoneViewModel model;
    private final ScrollPane scroll = new ScrollPane();

    ApprovalView(List<ScreenLine> lines, PhoneViewModel model) {
        this.model = model;
        ScreenTexts texts = model.textsProperty().get();
        HBox head = new HBox(
                10,
                Nodes.disc(Icon.BANK, 32, "bank"),
                Nodes.text(lines.getFirst().text(), "key-bank"));
        head.getStyleClass().add("approval-head");
        VBox words = new VBox(14);
        // The sentence of the second line is for who listens; who looks sees its parts larger.
        for (ScreenLine line : lines.subList(2, lines.size())) {
            words.getChildren().add(line(line));
        }
        words.getStyleClass().add("approval-words");
        words.heightProperty().subscribe(this::look);
        prepareScroll(words, lines);
        Label hint = Nodes.text(texts.text("approve.hint"), "hint");
        hint.setId("hint");
        hint.visibleProperty().bind(model.endReachedProperty().not());
        Button approve = Nodes.button(
                "approve", texts.text("button.approve"), "primary", () -> model.press(new UserAction.Approve()));
        approve.disableProperty().bind(model.endReachedProperty().not());
        approve.setAccessibleHelp(texts.text("approve.help"));
        Button decline = Nodes.button(
                "decline", texts.text("button.decline"), "plain", () -> model.press(new UserAction.Decline()));
        decline.setAccessibleHelp(texts.text("decline.help"));
        StackPane paper = new StackPane(scroll, more(texts));
        VBox.setVgrow(paper, Priority.ALWAYS);
        getChildren().addAll(head, paper, Nodes.centred(0, hint), Nodes.buttons(decline, approve));
        setSpacing(8);
    }

    private void prepareScroll(VBox words, List<ScreenLine> lines) {
        scroll.setContent(words);
        scroll.setId("details");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(lines.stream().map(ScreenLine::plain).collect(Collectors.joining("\n")));
        scroll.setAccessibleRole(AccessibleRole.SCROLL_PANE);
        scroll.getStyleClass().add("card");
        scroll.vvalueProperty().subscribe(this::look);
        scroll.viewportBoundsProperty().subscribe(this::look);
    }

    /** Lies over the lower edge of the text while there is more of it. */
    private Button more(ScreenTexts texts) {
        Button more = new Button(texts.text("approve.more"), Icon.DOWN.draw(16, "more-icon"));
        more.setId("more");
        more.getStyleClass().add("more");
        more.setAccessibleHelp(texts.text("approve.hint"));
        more.setOnAction(event -> Scrolling.byPages(scroll, 1));
        more.visibleProperty().bind(model.endReachedProperty().not());
        StackPane.setAlignment(more, Pos.BOTTOM_CENTER);
        return more;
    }

    private static VBox line(ScreenLine line) {
        String style = switch (line.style()) {
            case HEADLINE -> "approval-payee";
            case AMOUNT -> "approval-amount";
            case TITLE, FIELD, BODY, WARNING -> valueStyle(line.text());
        };
        String shown = style.equals("identifier") ? inGroups(line.text()) : line.text();
        return new VBox(2, Nodes.text(line.label(), "row-label"), Nodes.text(shown, style));
    }

    /** Long identifiers are set evenly, so that they can be compared digit by digit. */
    private static String valueStyle(String text) {
        return IDENTIFIER.matcher(text).matches() ? "identifier" : "field-value";
    }

    /** In groups of four, four to a line, so that no line breaks elsewhere whatever the typeface. */
    private static String inGroups(String identifier) {
        var shown = new StringBuilder();
        for (int i = 0; i < identifier.length(); i += GROUP) {
            if (i > 0) {
                shown.append(i % LINE == 0 ? '\n' : ' ');
            }
            shown.append(identifier, i, Math.min(i + GROUP, identifier.length()));
        }
        return shown.toString();
    }

    /** Tells the model once the last line is in view. */
    private void look() {
        if (Scrolling.isAtEnd(scroll)) {
            model.reachEnd();
        }
    }
}
