package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** The line at the top of the phone: time, DEMO mark, cable and lock. */
final class StatusBar extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final double ICON = 18;

    private final Label clock = new Label();
    private final HBox icons = new HBox(6);

    StatusBar(PhoneViewModel model) {
        Label demo = new Label("DEMO");
        demo.getStyleClass().add("demo-mark");
        clock.getStyleClass().add("clock");
        icons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(clock, demo, Nodes.spring(), icons);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getStyleClass().add("status-bar");
        model.cableProperty().subscribe(state -> redraw(model));
        model.screenProperty().subscribe(screen -> redraw(model));
        tick();
        Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                seconds.stop();
            } else {
                seconds.play();
            }
        });
    }

    private void tick() {
        clock.setText(TIME.format(LocalTime.now()));
    }

    private void redraw(PhoneViewModel model) {
        boolean locked = model.screenProperty().get() instanceof Screen.Locked;
        icons.getChildren()
                .setAll(
                        Icon.CABLE.draw(ICON, cableStyle(model.cableProperty().get())),
                        (locked ? Icon.LOCK : Icon.UNLOCK).draw(ICON, "status-icon"));
    }

    private static String cableStyle(CableState state) {
        return switch (state) {
            case UNPLUGGED -> "status-icon-off";
            case PLUGGED -> "status-icon";
            case LINKED -> "status-icon-on";
        };
    }
}
