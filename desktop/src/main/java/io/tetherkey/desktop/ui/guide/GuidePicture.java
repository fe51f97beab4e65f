package io.tetherkey.desktop.ui.guide;

import io.tetherkey.desktop.ui.Nodes;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Computer, cable and phone as a drawing that shows what to do: the cable is pulled or plugged in, and the phone bears the
 * sign of the next step. All of it are lines that take the theme's colours.
 */
final class GuidePicture extends StackPane {

    private static final double WIDTH = 272;
    private static final double HEIGHT = 136;

    private final ObservableValue<Guide> guide;

    /** @param size 1 for 272 by 136 */
    GuidePicture(ObservableValue<Guide> guide, double size) {
        this.guide = guide;
        getStyleClass().add("picture");
        setMinSize(WIDTH * size, HEIGHT * size);
        setMaxSize(WIDTH * size, HEIGHT * size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Group drawing = new Group(box(0, 0, WIDTH, HEIGHT, 0, "picture-room"), computer(), cable(), phone());
        drawing.setScaleX(size);
        drawing.setScaleY(size);
        getChildren().add(new Group(drawing));
    }

    private static Group computer() {
        FontIcon key = Nodes.icon("mdi2k-key-wireless", "picture-key");
        return new Group(
                box(8, 8, 120, 78, 8, "picture-case"),
                box(14, 14, 108, 66, 4, "picture-screen"),
                centred(key, 14, 14, 108, 66),
                box(60, 86, 16, 16, 0, "picture-case"),
                box(40, 102, 56, 8, 4, "picture-case"));
    }

    private Group cable() {
        CubicCurve plugged = new CubicCurve(96, 106, 150, 140, 160, 140, 222, 124);
        plugged.getStyleClass().add("picture-cable");
        CubicCurve pulled = new CubicCurve(96, 106, 128, 128, 140, 126, 152, 112);
        pulled.getStyleClass().add("picture-cable");
        Shape plug = box(146, 92, 14, 20, 3, "picture-plug");
        Line way = new Line(168, 94, 190, 84);
        way.getStyleClass().add("picture-way");
        Line upper = new Line(190, 84, 181, 82);
        Line lower = new Line(190, 84, 185, 92);
        upper.getStyleClass().add("picture-head");
        lower.getStyleClass().add("picture-head");
        Group open = new Group(pulled, plug, way, upper, lower);
        open.visibleProperty().bind(guide.map(now -> now == Guide.PLUG_IN));
        plugged.visibleProperty().bind(guide.map(now -> now != Guide.PLUG_IN));
        return new Group(plugged, open);
    }

    private Group phone() {
        FontIcon sign = Nodes.icon(guide.getValue().sign(), "picture-sign");
        guide.subscribe(now -> {
            sign.setIconLiteral(now.sign());
            getStyleClass().removeAll("picture-good", "picture-bad");
            if (now == Guide.PAY) {
                getStyleClass().add("picture-good");
            } else if (now == Guide.MEND) {
                getStyleClass().add("picture-bad");
            }
        });
        return new Group(
                box(196, 8, 62, 116, 11, "picture-case"),
                box(202, 20, 50, 84, 4, "picture-screen"),
                centred(sign, 202, 20, 50, 84),
                box(217, 112, 20, 4, 2, "picture-mark"),
                box(219, 13, 16, 2.5, 1, "picture-mark"));
    }

    /** A group gives its children the size that they prefer, so that is the size of the screen. */
    private static StackPane centred(FontIcon icon, double x, double y, double width, double height) {
        StackPane screen = new StackPane(icon);
        screen.setPrefSize(width, height);
        screen.relocate(x, y);
        return screen;
    }

    private static Rectangle box(double x, double y, double width, double height, double round, String style) {
        Rectangle box = new Rectangle(x, y, width, height);
        box.setArcWidth(2 * round);
        box.setArcHeight(2 * round);
        box.getStyleClass().add(style);
        return box;
    }
}
