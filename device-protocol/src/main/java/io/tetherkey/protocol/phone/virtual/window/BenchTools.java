package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.ScreenTexts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The developer's tools of the window: an empty phone to begin with, and the flash inspector. */
final class BenchTools extends VBox {
    private final PhoneViewModel model;
    private final Label title = Nodes.text("", "tools-state");
    private final Button asNew = ToolPanel.tool("start-as-new", Icon.PHONE);
    private final Button inspector = ToolPanel.tool("inspector", Icon.CHIP);
    private final Label question = Nodes.text("", "line-body");
    private final Button erase = ToolPanel.plain("start-as-new-yes");
    private final Button keep = ToolPanel.plain("start-as-new-no");

    BenchTools(PhoneViewModel model, BenchViewModel bench) {
        this.model = model;
        setSpacing(8);
        asNew.setOnAction(event -> bench.askingToStartAsNewProperty().set(true));
        keep.setOnAction(event -> bench.askingToStartAsNewProperty().set(false));
        erase.setOnAction(event -> bench.startAsNew());
        inspector.setOnAction(event -> bench.watchedProperty().set(true));
        HBox answers = Nodes.pair(keep, erase);
        VBox asking = new VBox(8, question, answers);
        asking.getStyleClass().add("asking");
        asking.visibleProperty().bind(bench.askingToStartAsNewProperty());
        asking.managedProperty().bind(bench.askingToStartAsNewProperty());
        bench.askingToStartAsNewProperty().addListener((property, before, now) -> (now ? keep : asNew).requestFocus());
        getChildren().addAll(title, inspector, asNew, asking);
        model.textsProperty().subscribe(texts -> draw());
    }

    private void draw() {
        ScreenTexts texts = model.textsProperty().get();
        title.setText(texts.text("bench.title"));
        ToolPanel.say(asNew, texts.text("bench.new"), texts.text("bench.new.question"));
        question.setText(texts.text("bench.new.question"));
        ToolPanel.say(erase, texts.text("bench.new.yes"), texts.text("bench.new.question"));
        ToolPanel.say(keep, texts.text("bench.new.no"), texts.text("bench.new.question"));
        ToolPanel.say(inspector, texts.text("bench.inspector"), texts.text("bench.inspector.help"));
    }
}
