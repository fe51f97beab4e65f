package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.virtual.CableState;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** The body of the phone with its glass, and the plug of the cable below it. */
final class PhoneFrame extends VBox {
    static final double WIDTH = 352;
    static final double HEIGHT = 720;
    private static final double PLUG = 54;
    private static final double GLASS_ROUND = 76;
    private static final double BEZEL = 12;

    private final StackPane content = new StackPane();

    PhoneFrame(PhoneViewModel model) {
        StackPane glass = glass(new StatusBar(model));
        StackPane body = new StackPane(glass, camera());
        body.getStyleClass().add("phone-body");
        body.setId("phone");
        size(body, WIDTH, HEIGHT);
        Region plug = new Region();
        plug.getStyleClass().add("plug");
        Region cord = new Region();
        cord.getStyleClass().add("cord");
        VBox cable = new VBox(plug, cord);
        cable.setAlignment(Pos.TOP_CENTER);
        cable.setId("plug");
        size(cable, WIDTH, PLUG);
        getChildren().addAll(body, cable);
        size(this, WIDTH, HEIGHT + PLUG);
        model.screenProperty().subscribe(screen -> draw(model));
        model.textsProperty().subscribe(texts -> draw(model));
        model.cableProperty().subscribe(state -> {
            cable.setTranslateY(state == CableState.UNPLUGGED ? 26 : 0);
            cable.setOpacity(state == CableState.UNPLUGGED ? 0.5 : 1);
        });
        model.winksProperty().addListener((property, before, now) -> wink(body));
    }

    private StackPane glass(StatusBar statusBar) {
        VBox.setVgrow(content, Priority.ALWAYS);
        Region homeBar = new Region();
        homeBar.getStyleClass().add("home-bar");
        VBox inside = new VBox(statusBar, content, Nodes.centred(0, homeBar));
        StackPane glass = new StackPane(inside);
        glass.getStyleClass().add("glass");
        size(glass, WIDTH - 2 * BEZEL, HEIGHT - 2 * BEZEL);
        Rectangle shape = new Rectangle(WIDTH - 2 * BEZEL, HEIGHT - 2 * BEZEL);
        shape.setArcWidth(GLASS_ROUND);
        shape.setArcHeight(GLASS_ROUND);
        glass.setClip(shape);
        return glass;
    }

    private static Region camera() {
        Region camera = new Region();
        camera.getStyleClass().add("camera");
        StackPane.setAlignment(camera, Pos.TOP_CENTER);
        return camera;
    }

    private void draw(PhoneViewModel model) {
        content.getChildren().setAll(ScreenView.of(model.screenProperty().get(), model));
    }

    private static void wink(StackPane body) {
        body.getStyleClass().add("winking");
        new Timeline(new KeyFrame(
                        Duration.seconds(2), event -> body.getStyleClass().remove("winking")))
                .play();
    }

    private static void size(Region region, double width, double height) {
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        region.setMaxSize(width, height);
    }
}
