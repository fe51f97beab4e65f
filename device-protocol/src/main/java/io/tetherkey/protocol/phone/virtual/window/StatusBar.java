package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.virtual.CableState;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line at the top of the phone: DEMO mark, cable and lock. It has no clock, so that nothing moves at rest. */
final class StatusBar extends HBox {
    private static final double ICON = 18;

    private final HBox icons = new HBox(6);

    StatusBar(PhoneViewModel model) {
        Label demo = new Label("DEMO");
        demo.getStyleClass().add("demo-mark");
        icons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(demo, Nodes.spring(), icons);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getStyleClass().add("status-bar");
        model.cableProperty().subscribe(state -> redraw(model));
        model.screenProperty().subscribe(screen -> redraw(model));
    }

    private void redraw(PhoneViewModel model) {
        icons.getChildren()
                .setAll(
                        Icon.CABLE.draw(ICON, cableStyle(model.cableProperty().get())),
                        (model.locked() ? Icon.LOCK : Icon.UNLOCK).draw(ICON, "status-icon"));
    }

    private static String cableStyle(CableState state) {
        return switch (state) {
            case UNPLUGGED -> "status-icon-off";
            case PLUGGED -> "status-icon";
            case LINKED -> "status-icon-on";
        };
    }
}
