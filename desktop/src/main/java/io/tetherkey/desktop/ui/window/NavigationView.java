package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;

/** The way from page to page: by mouse, by Tab and arrow keys, or by Ctrl and the page's number. */
final class NavigationView extends FlowPane {

    /** Below this width of the window, as at 200 % on a small screen, the names would take rows of their own. */
    private static final double NAMES_NEED = 640;

    NavigationView(WindowViewModel window, ObservableValue<Number> width) {
        getStyleClass().add("navigation");
        setAlignment(Pos.CENTER_LEFT);
        setId("navigation");
        ToggleGroup group = new ToggleGroup();
        for (Page page : Page.values()) {
            ToggleButton button = button(window, page, group);
            width.subscribe(now -> showName(button, now.doubleValue()));
            button.selectedProperty()
                    .subscribe(now -> showName(button, width.getValue().doubleValue()));
            getChildren().add(button);
        }
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                for (Page page : Page.values()) {
                    scene.getAccelerators()
                            .put(shortcut(page), () -> window.pageProperty().set(page));
                }
            }
        });
    }

    /** Whether a window of this width has no room for the names. */
    static boolean isTight(double width) {
        return width > 0 && width < NAMES_NEED;
    }

    /** All pages in one row if there is room. */
    @Override
    protected double computePrefWidth(double height) {
        double buttons = getManagedChildren().stream()
                .mapToDouble(button -> snapSizeX(button.prefWidth(-1)) + snapSpaceX(getHgap()))
                .sum();
        return snappedLeftInset() + buttons + snappedRightInset();
    }

    /**
     * Where there is little room, only the page that is shown has its name; the names of the others are in the tooltips
     * and for who listens.
     */
    private static void showName(ToggleButton button, double width) {
        boolean tight = isTight(width);
        button.setContentDisplay(tight && !button.isSelected() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        if (!tight) {
            button.getStyleClass().remove("page-button-tight");
        } else if (!button.getStyleClass().contains("page-button-tight")) {
            button.getStyleClass().add("page-button-tight");
        }
    }

    private static KeyCombination shortcut(Page page) {
        KeyCode digit = KeyCode.valueOf("DIGIT" + (page.ordinal() + 1));
        return new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
    }

    private static ToggleButton button(WindowViewModel window, Page page, ToggleGroup group) {
        Texts texts = window.texts();
        ToggleButton button = new ToggleButton(null, Nodes.icon(page.icon()));
        button.setId("page-" + page.id());
        button.getStyleClass().add("page-button");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.textProperty().bind(texts.bind(page.key()));
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.accessibleTextProperty().bind(button.textProperty());
        Nodes.help(button, texts, page.key() + ".help");
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.concat(
                        texts.bind(page.key() + ".help"), " (", shortcut(page).getDisplayText(), ")"));
        button.setTooltip(tip);
        button.setOnAction(event -> {
            button.setSelected(true);
            window.pageProperty().set(page);
        });
        window.pageProperty().subscribe(now -> button.setSelected(now == page));
        return button;
    }
}
