package io.tetherkey.protocol.phone.virtual.window;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The few pictures of the phone, drawn as paths in a box of 24 by 24 units. */
enum Icon {
    LOCK("M12 2a5 5 0 0 0-5 5v3H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2h-1V7a5 5 0 0 0-5-5z"
            + "m-3 8V7a3 3 0 0 1 6 0v3z"),
    UNLOCK(
            "M12 2a5 5 0 0 0-5 5h2a3 3 0 0 1 6 0v3H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2h-1V7"
                    + "a5 5 0 0 0-5-5z"),
    CABLE("M11 2h2v4h3v6a4 4 0 0 1-3 3.87V22h-2v-6.130A4 4 0 0 1 8 12V6h3z"),
    CHECK("M9.500 16.200 5.300 12l-1.400 1.400 5.600 5.600 11-11-1.400-1.400z"),
    CROSS(
            "M18.300 7.100 16.900 5.700 12 10.600 7.100 5.700 5.700 7.100 10.600 12l-4.900 4.900 1.400 1.400 4.900-4.900 4.900 4.900 1.400-1.400"
                    + "-4.900-4.900z"),
    BAR("M5 11h14v2H5z"),
    CLOCK("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm-1 3v5.400l4.300 2.600 1-1.700"
            + "-3.300-2V7z"),
    KEYBOARD(
            "M3 5a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h18a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2zm1 3h2v2H4zm3.500 0h2v2h-2zm3.500 0h2v2h-2z"
                    + "m3.500 0h2v2h-2zm3.500 0h2v2h-2zM4 11.500h2v2H4zm3.500 0h2v2h-2zm3.500 0h2v2h-2zm3.500 0h2v2h-2z"
                    + "m3.500 0h2v2h-2zM7 15h10v2H7z"),
    LAPTOP("M5 4a2 2 0 0 0-2 2v9h2V6h14v9h2V6a2 2 0 0 0-2-2zM1 17v1a2 2 0 0 0 2 2h18a2 2 0 0 0 2-2v-1z"),
    BANK("M12 2 2 7v2h20V7zM4 11v7h3v-7zm6.500 0v7h3v-7zM17 11v7h3v-7zM2 20v2h20v-2z"),
    WARNING("M12 2 1 21h22zm-1 7h2v6h-2zm0 8h2v2h-2z"),
    ERASE(
            "M8 5 2 12l6 7h13V5zm1.900 3.500 3.100 3.100 3.100-3.100 1.400 1.400-3.100 3.100 3.100 3.100-1.400 1.400-3.100-3.100-3.100 3.100"
                    + "-1.400-1.400 3.100-3.100-3.100-3.100z"),
    DOTS("M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"),
    DOWN("M12 16.500 4.600 9.100 6 7.700l6 6 6-6 1.400 1.400z"),
    PHONE("M8 2a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V4a2 2 0 0 0-2-2zm0 3h8v12H8zm3 13.500h2v1.500h-2z"),
    CHIP(
            "M9 2v3H7a2 2 0 0 0-2 2v2H2v2h3v2H2v2h3v2a2 2 0 0 0 2 2h2v3h2v-3h2v3h2v-3h2a2 2 0 0 0 2-2v-2h3v-2h-3v-2h3V9h-3V7"
                    + "a2 2 0 0 0-2-2h-2V2h-2v3h-2V2zM7 7h10v10H7z"),
    POWER("M11 2h2v10h-2zM7.800 4.700A9 9 0 1 0 16.200 4.700l-1 1.800a7 7 0 1 1-6.400 0z");

    private static final double BOX = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The picture in a square of this many units, coloured by the style class. */
    Node draw(double size, String styleClass) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().addAll("icon", styleClass);
        shape.getTransforms().add(new Scale(size / BOX, size / BOX));
        Pane square = new Pane(shape);
        square.setMinSize(size, size);
        square.setPrefSize(size, size);
        square.setMaxSize(size, size);
        square.setMouseTransparent(true);
        return square;
    }
}
