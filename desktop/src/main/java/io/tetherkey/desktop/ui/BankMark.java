package io.tetherkey.desktop.ui;

import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A bank's mark: its first character on its colour. */
public final class BankMark {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private BankMark() {}

    /** @param colour {@code #rrggbb}; anything else is shown in the default colour */
    public static StackPane of(String initial, String colour) {
        Label letter = new Label(initial);
        letter.getStyleClass().add("bank-letter");
        StackPane mark = new StackPane(letter);
        mark.getStyleClass().add("bank-mark");
        if (COLOUR.matcher(colour).matches()) {
            mark.setStyle("-fx-background-color: " + colour + ";");
        }
        return mark;
    }
}
