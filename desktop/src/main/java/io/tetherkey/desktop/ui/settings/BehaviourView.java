package io.tetherkey.desktop.ui.settings;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.notice.Tray;
import io.tetherkey.desktop.ui.Choices;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;

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

    /** To stay in the tray can be chosen only while there is one. */
    HBox closing() {
        HBox choices = Choices.of(
                "closing",
                texts,
                inForce(),
                List.of(Closing.values()),
                Closing::code,
                closing -> texts.bind(closing.key()));
        Node stay = choices.getChildren().get(Closing.TRAY.ordinal());
        stay.disableProperty().bind(behaviour.trayProperty().map(tray -> tray != Tray.Presence.SHOWN));
        return choices;
    }

    /** What closing does at present; takes a choice only while there is one. */
    private ObjectProperty<Closing> inForce() {
        ObjectProperty<Closing> inForce = new SimpleObjectProperty<>(behaviour.closesTo());
        behaviour.closingProperty().subscribe(() -> inForce.set(behaviour.closesTo()));
        behaviour.trayProperty().subscribe(() -> inForce.set(behaviour.closesTo()));
        inForce.subscribe(chosen -> {
            if (chosen != behaviour.closesTo()) {
                behaviour.closingProperty().set(chosen);
            }
        });
        return inForce;
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
