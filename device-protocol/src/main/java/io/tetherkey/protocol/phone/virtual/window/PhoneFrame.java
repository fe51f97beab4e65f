package io.tetherkey.protocol.phone.virtual.window;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** The body of the phone with its glass, and the cable below it. */
final class PhoneFrame extends VBox {
    static final double WIDTH = 352;
    static final double HEIGHT = 704;
    private static final double GLASS_ROUND = 76;
    private static final double BEZEL = 12;
    private static final Duration WINK = Duration.seconds(3);
    private static final Duration WARNING = Duration.seconds(8);

    private final PhoneViewModel model;
    private final StackPane content = new StackPane();
    private final Label banner = Nodes.text("", "banner");
    private final StackPane body;

    PhoneFrame(PhoneViewModel model) {
        this.model = model;
        StackPane glass = glass(new StatusBar(model));
        body = new StackPane(glass, camera());
        body.getStyleClass().add("phone-body");
        body.setId("phone");
        size(body, WIDTH, HEIGHT);
        getChildren().addAll(body, new CableView(model));
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        model.screenProperty().subscribe(screen -> draw(screen.asks()));
        model.textsProperty().subscribe(texts -> draw(false));
        model.winksProperty().addListener((property, before, now) -> wink());
        model.foreignInputsProperty().addListener((property, before, now) -> warn());
    }

    private StackPane glass(StatusBar statusBar) {
        VBox.setVgrow(content, Priority.ALWAYS);
        Region homeBar = new Region();
        homeBar.getStyleClass().add("home-bar");
        VBox inside = new VBox(statusBar, content, Nodes.centred(0, homeBar));
        banner.setId("banner");
        banner.setVisible(false);
        banner.setMaxWidth(WIDTH - 4 * BEZEL);
        banner.setAccessibleRole(AccessibleRole.TEXT);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        StackPane glass = new StackPane(inside, banner);
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

    /**
     * The focus stays where it was if that is still there, else it goes where the hand is needed first.
     *
     * @param asks whether the screen asks something, which takes the focus from whatever has it
     */
    private void draw(boolean asks) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        boolean mine = focused == null || isInside(focused);
        String id = focused == null || focused.getId() == null ? "" : focused.getId();
        content.getChildren().forEach(PhoneFrame::leave);
        Region view = ScreenView.of(model.screenProperty().get(), model);
        content.getChildren().setAll(view);
        if (mine || asks) {
            Node again = id.isEmpty() ? null : view.lookup("#" + id);
            Node first = again != null && !again.isDisabled() ? again : ScreenView.firstFocus(view);
            // Without a place of its own the focus would fall to the plug, where Space pulls the cable.
            (first == null ? content : first).requestFocus();
        }
    }

    private static void leave(Node view) {
        if (view instanceof KeyView keys) {
            keys.leave();
        }
    }

    private boolean isInside(Node node) {
        Node up = node;
        while (up != null && up != content) {
            up = up.getParent();
        }
        return up == content;
    }

    private void wink() {
        body.getStyleClass().remove("winking");
        body.getStyleClass().add("winking");
        tell("notice.wink", WINK);
    }

    private void warn() {
        tell("notice.foreign", WARNING);
    }

    private void tell(String key, Duration time) {
        banner.setText(model.textsProperty().get().text(key));
        banner.setVisible(true);
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(event -> {
            banner.setVisible(false);
            body.getStyleClass().remove("winking");
        });
        pause.play();
    }

    private static void size(Region region, double width, double height) {
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        region.setMaxSize(width, height);
    }
}
