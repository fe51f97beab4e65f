package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.flash.FlashReport.Entry;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The flash inspector: a window of its own beside the phone, open while somebody watches the flash. */
final class InspectorWindow {
    private static final double WIDTH = 700;
    private static final double HEIGHT = 560;

    private final PhoneViewModel model;
    private final BenchViewModel bench;
    private final Label title = Nodes.text("", "tools-title");
    private final Label demo = new Label("DEMO");
    private final Label secrets = Nodes.text("", "line-body");
    private final Label summary = Nodes.text("", "row-value");
    private final Label state = Nodes.text("", "row-value");
    private final TableView<Entry> table = new TableView<>();
    private final Button look = ToolPanel.plain("look");
    private final Button damage = ToolPanel.plain("damage");
    private final Button power = ToolPanel.plain("inspector-power");
    private final Button outside = ToolPanel.plain("press-from-outside");
    private final Button attach = ToolPanel.plain("attach-input-device");
    private final Button remove = ToolPanel.plain("remove-input-device");
    private final VBox pane = new VBox(10);
    private final Stage stage = new Stage();

    InspectorWindow(Window owner, PhoneViewModel model, BenchViewModel bench) {
        this.model = model;
        this.bench = bench;
        demo.getStyleClass().add("demo-mark");
        table.setId("flash");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        state.setId("flash-state");
        summary.setId("flash-summary");
        pane.getStyleClass().addAll("desk", "inspector");
        pane.setId("inspector-pane");
        pane.getStylesheets().add(PhonePane.STYLES);
        pane.getChildren()
                .addAll(
                        title,
                        demo,
                        secrets,
                        summary,
                        state,
                        table,
                        new FlowPane(8, 8, look, damage, power, attach, outside, remove));
        look.setOnAction(event -> bench.look());
        damage.setOnAction(event -> bench.damageOneCopy());
        power.setOnAction(event -> model.powerCut());
        attach.setOnAction(event -> bench.attachInputDevice());
        remove.setOnAction(event -> bench.removeInputDevice());
        outside.setOnAction(event -> bench.pressFromOutside());
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        scene.getStylesheets().addAll(owner.getScene().getStylesheets());
        stage.initOwner(owner);
        stage.setScene(scene);
        stage.setOnHidden(event -> bench.watchedProperty().set(false));
        model.themeProperty().subscribe(theme -> PhonePane.light(pane, theme));
        model.textsProperty().subscribe(texts -> draw());
        bench.reportProperty().subscribe(this::draw);
        bench.watchedProperty().subscribe(this::show);
    }

    private void show(boolean watched) {
        if (watched) {
            stage.show();
            stage.toFront();
        } else {
            stage.hide();
        }
    }

    private void draw() {
        ScreenTexts texts = model.textsProperty().get();
        FlashReport report = bench.reportProperty().get();
        stage.setTitle(texts.text("bench.inspector") + " · DEMO");
        title.setText(texts.text("bench.inspector"));
        secrets.setText(texts.text("flash.secrets"));
        summary.setText(texts.text(
                "flash.summary",
                report.entries().size(),
                report.frames().size(),
                report.size(),
                report.live(),
                report.free()));
        state.setText(texts.text(report.needsMending() ? "flash.damaged" : "flash.whole"));
        state.getStyleClass().removeAll("card-state", "card-state-off");
        state.getStyleClass().add(report.needsMending() ? "card-state-off" : "card-state");
        ToolPanel.say(look, texts.text("flash.look"), texts.text("bench.inspector.help"));
        ToolPanel.say(damage, texts.text("flash.damage"), texts.text("flash.damage.help"));
        ToolPanel.say(power, texts.text("window.power"), texts.text("window.power.help"));
        ToolPanel.say(outside, texts.text("bench.outside"), texts.text("bench.outside.help"));
        ToolPanel.say(attach, texts.text("bench.attach"), texts.text("bench.attach.help"));
        ToolPanel.say(remove, texts.text("bench.remove"), texts.text("bench.remove.help"));
        table.setAccessibleText(texts.text("bench.inspector"));
        table.setAccessibleHelp(texts.text("flash.secrets"));
        table.setPlaceholder(Nodes.text(texts.text("flash.empty"), "line-body"));
        table.getColumns()
                .setAll(List.of(
                        column(texts.text("flash.type"), 115, entry -> texts.text("flash.type." + entry.type())),
                        column(texts.text("flash.name"), 225, Entry::name),
                        column(texts.text("flash.generation"), 70, entry -> Long.toString(entry.generation())),
                        column(texts.text("flash.size"), 110, entry -> texts.text("flash.bytes", entry.size())),
                        column(
                                texts.text("flash.copies"),
                                130,
                                entry -> texts.text("flash.copies." + entry.copies()))));
        table.getItems().setAll(report.entries());
    }

    private static TableColumn<Entry, String> column(String title, double width, Function<Entry, String> text) {
        TableColumn<Entry, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }
}
