package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableRoad;
import io.tetherkey.protocol.phone.virtual.CableState;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;

/**
 * The cable below the phone, from its plug to a computer. The plug can be pulled out and put in with the mouse, and with
 * Space or Enter when it has the focus; between the two it stays where the phone says that it is.
 */
final class CableView extends Pane {
    static final double HEIGHT = 86;

    /** How far out the plug is when it is out, in units. */
    private static final double OUT = 26;

    private static final double PLUG_WIDTH = 40;
    private static final double PLUG_HEIGHT = 38;
    private static final double COMPUTER_X = PhoneFrame.WIDTH - 44;
    private static final double COMPUTER_Y = 44;

    /** A press that moves the plug less than this is a click. */
    private static final double CLICK = 3;

    private final PhoneViewModel model;
    private final VBox plug = plug();
    private final CubicCurve cord = new CubicCurve();
    private final Node computer = Icon.LAPTOP.draw(34, "computer");
    private final Label state = new Label();
    private final Label road = new Label();
    private boolean held;
    private double grabbedAt;
    private double offsetThen;

    CableView(PhoneViewModel model) {
        this.model = model;
        setId("cable-view");
        setMinSize(PhoneFrame.WIDTH, HEIGHT);
        setMaxSize(PhoneFrame.WIDTH, HEIGHT);
        setPrefSize(PhoneFrame.WIDTH, HEIGHT);
        cord.getStyleClass().add("cord");
        computer.relocate(COMPUTER_X, COMPUTER_Y);
        VBox words = new VBox(1, state, road);
        words.relocate(14, COMPUTER_Y - 2);
        state.getStyleClass().add("cable-state");
        road.getStyleClass().add("cable-road");
        getChildren().addAll(cord, computer, plug, words);
        plug.setOnMousePressed(this::grabbed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        plug.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.cableProperty().subscribe(this::settle);
        model.textsProperty().subscribe(texts -> settle());
        setVisible(model.road() != CableRoad.OWN_NETWORK);
    }

    private static VBox plug() {
        Region metal = new Region();
        metal.getStyleClass().add("plug-metal");
        Region shell = new Region();
        shell.getStyleClass().add("plug-shell");
        VBox plug = new VBox(metal, shell);
        plug.setAlignment(Pos.TOP_CENTER);
        plug.setId("plug");
        plug.getStyleClass().add("plug");
        plug.setMinSize(PLUG_WIDTH, PLUG_HEIGHT);
        plug.setMaxSize(PLUG_WIDTH, PLUG_HEIGHT);
        plug.setPrefSize(PLUG_WIDTH, PLUG_HEIGHT);
        plug.setCursor(Cursor.OPEN_HAND);
        plug.setFocusTraversable(true);
        plug.setAccessibleRole(AccessibleRole.BUTTON);
        return plug;
    }

    private boolean isOut() {
        return model.cableProperty().get() == CableState.UNPLUGGED;
    }

    private void settle() {
        ScreenTexts texts = model.textsProperty().get();
        CableState now = model.cableProperty().get();
        state.setText(texts.text("window.cable." + now));
        road.setText(texts.text("window.road." + model.road()));
        plug.setAccessibleText(texts.text(isOut() ? "window.plug" : "window.unplug"));
        plug.setAccessibleHelp(texts.text("window.plug.help"));
        getStyleClass().removeAll("linked", "out");
        if (now == CableState.LINKED) {
            getStyleClass().add("linked");
        }
        if (now == CableState.UNPLUGGED) {
            getStyleClass().add("out");
        }
        place(isOut() ? OUT : 0);
    }

    /** Moves the plug; the cord follows. */
    private void place(double offset) {
        double middle = PhoneFrame.WIDTH / 2;
        plug.relocate(middle - PLUG_WIDTH / 2, offset);
        double from = offset + PLUG_HEIGHT - 2;
        cord.setStartX(middle);
        cord.setStartY(from);
        cord.setControlX1(middle);
        cord.setControlY1(HEIGHT);
        cord.setControlX2(COMPUTER_X - 50);
        cord.setControlY2(HEIGHT);
        cord.setEndX(COMPUTER_X);
        cord.setEndY(COMPUTER_Y + 27);
    }

    private double offset() {
        return plug.getLayoutY();
    }

    /** In this pane's own units, which the window's size does not change. */
    private double height(MouseEvent event) {
        return sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    }

    private void dragged(MouseEvent event) {
        if (held) {
            place(Math.clamp(offsetThen + height(event) - grabbedAt, 0, OUT + 8));
        }
    }

    private void grabbed(MouseEvent event) {
        held = true;
        plug.requestFocus();
        grabbedAt = height(event);
        offsetThen = offset();
        plug.setCursor(Cursor.CLOSED_HAND);
    }

    private void released(MouseEvent event) {
        if (!held) {
            return;
        }
        dragged(event);
        held = false;
        plug.setCursor(Cursor.OPEN_HAND);
        boolean clicked = Math.abs(height(event) - grabbedAt) < CLICK;
        boolean pulledOut = offset() > OUT / 2;
        if (clicked || pulledOut != isOut()) {
            model.toggleCable();
        } else {
            settle();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            model.toggleCable();
            event.consume();
        }
    }
}
