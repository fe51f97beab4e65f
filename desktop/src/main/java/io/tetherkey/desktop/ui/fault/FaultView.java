package io.tetherkey.desktop.ui.fault;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Title, cause, remedy, who must act, tries and the code, which can be marked and copied. */
public final class FaultView extends VBox {

    private static final int COLUMNS = 7;
    private static final double WRAP = 260;

    private final ObservableValue<Optional<FaultWords>> shown;
    private final String id;

    /** @param id what the ids of its parts begin with */
    public FaultView(ObservableValue<Optional<FaultWords>> shown, Texts texts, String id) {
        this.shown = shown;
        this.id = id;
        getStyleClass().add("fault");
        setId(id + "-fault");
        Label who = part("who", FaultWords::who, "muted");
        FlowPane foot = new FlowPane(who, code(texts));
        foot.setPrefWrapLength(WRAP);
        who.maxWidthProperty().bind(foot.widthProperty());
        foot.getStyleClass().add("fault-foot");
        Nodes.showWhile(foot, words(FaultWords::code).map(code -> !code.isEmpty()));
        getChildren()
                .addAll(
                        part("fault-title", FaultWords::title, "fault-title"),
                        part("sentence", FaultWords::cause),
                        part("remedy", FaultWords::remedy, "remedy"),
                        part("tries", FaultWords::tries, "attempts"),
                        foot);
        Nodes.showWhile(this, shown.map(Optional::isPresent));
    }

    private Label part(String name, Function<FaultWords, String> text, String... styles) {
        Label label = Nodes.label(words(text), styles);
        label.setId(id + "-" + name);
        return label;
    }

    /** A field, so that mouse and keyboard can mark and copy it. */
    private TextField code(Texts texts) {
        TextField code = new TextField();
        code.setId(id + "-code");
        code.setEditable(false);
        code.setPrefColumnCount(COLUMNS);
        code.setMinWidth(Region.USE_PREF_SIZE);
        code.getStyleClass().add("code-copy");
        code.textProperty().bind(words(FaultWords::code));
        Nodes.describe(code, texts, "fault.code");
        return code;
    }

    private ObservableValue<String> words(Function<FaultWords, String> text) {
        return shown.map(words -> words.map(text).orElse(""));
    }
}
