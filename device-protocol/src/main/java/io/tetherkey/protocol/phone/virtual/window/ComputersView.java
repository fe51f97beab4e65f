package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.screen.VisibleText;
import java.util.HexFormat;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The computers that this phone trusts, each with the way to take that back. */
final class ComputersView {
    private ComputersView() {}

    static Region of(Screen.Computers computers, List<ScreenLine> lines, PhoneViewModel model) {
        String title = lines.getFirst().text();
        String body = lines.get(1).text();
        if (computers.computers().isEmpty()) {
            return new PageView(title, "", TabBar.Tab.COMPUTERS, model).empty(Icon.LAPTOP, body);
        }
        VBox cards = new VBox(10);
        for (ComputerInfo computer : computers.computers()) {
            cards.getChildren().add(card(computer, model));
        }
        return new PageView(title, body, TabBar.Tab.COMPUTERS, model).showing(cards);
    }

    private static HBox card(ComputerInfo computer, PhoneViewModel model) {
        ScreenTexts texts = model.textsProperty().get();
        String name = VisibleText.of(computer.name());
        VBox words = new VBox(
                2,
                Nodes.text(name, "card-name"),
                Nodes.text(texts.text("computers.since", texts.day(computer.since())), "row-label"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = new Button(texts.text("button.revoke"));
        remove.setId("revoke-" + HexFormat.of().formatHex(computer.handle()));
        remove.getStyleClass().add("small-button");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setAccessibleText(texts.text("computers.remove", name));
        remove.setAccessibleHelp(texts.text("revoke.body"));
        remove.setOnAction(event -> model.press(new UserAction.Revoke(computer.handle())));
        HBox card = new HBox(12, Nodes.disc(Icon.LAPTOP, 36, "quiet"), words, remove);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("card");
        return card;
    }
}
