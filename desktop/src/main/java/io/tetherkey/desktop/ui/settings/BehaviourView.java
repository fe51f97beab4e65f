package io.tetherkey.desktop.ui.settings;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;

/** The controls of {@link BehaviourViewModel}; each stands in a row of the settings. */
final class BehaviourView {

    private final BehaviourViewModel behaviour;
    private final Texts texts;

    BehaviourView(BehaviourViewModel behaviour, Texts texts) {
        this.behaviour = behaviour;
        this.texts = texts;
    }

    /** Shows what the system says, not what was clicked. */
    CheckBox autostart() {
        CheckBox box = new CheckBox();
        box.setId("autostart");
        box.textProperty().bind(texts.bind("settings.autostart.choice"));
        box.accessibleTextProperty().bind(box.textProperty());
        Nodes.help(box, texts, "settings.autostart.help");
        behaviour.autostartProperty().subscribe(mode -> box.setSelected(mode == Autostart.Mode.ON));
        box.setOnAction(event -> {
            box.setSelected(behaviour.autostartProperty().get() == Autostart.Mode.ON);
            behaviour.toggleAutostart();
        });
        return box;
    }

    Button drawing() {
        Button again = new Button();
        again.setId("draw-as-usual");
        again.textProperty().bind(texts.bind("settings.drawing.again"));
        again.accessibleTextProperty().bind(again.textProperty());
        Nodes.help(again, texts, "settings.drawing.again.help");
        again.setOnAction(event -> behaviour.drawAsUsual());
        again.disableProperty().bind(behaviour.drawingProperty().map(now -> now != Drawing.SAFE));
        return again;
    }
}
