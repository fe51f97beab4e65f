package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.computers.ComputersView;
import io.tetherkey.desktop.ui.enrolment.EnrolmentView;
import io.tetherkey.desktop.ui.history.HistoryView;
import io.tetherkey.desktop.ui.settings.SettingsView;
import io.tetherkey.desktop.ui.support.SupportView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.animation.FadeTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The whole window: navigation and messages on top, one page below. A page is built when it is first looked at. */
public final class WindowView extends BorderPane {

    private static final double LEAST_WIDTH = 330;
    private static final double ONE_COLUMN_BELOW = 900;
    private static final double LEAST_HEIGHT = 540;
    private static final Duration FADE = Duration.millis(140);

    private final WindowViewModel window;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final StackPane place = new StackPane();
    private final Map<Page, Node> built = new EnumMap<>(Page.class);

    public WindowView(WindowViewModel window) {
        this.window = window;
        getStyleClass().add("window");
        setId("window");
        setMinWidth(LEAST_WIDTH);
        widthProperty()
                .subscribe(width -> narrow.set(width.doubleValue() > 0 && width.doubleValue() < ONE_COLUMN_BELOW));
        Nodes.styleWhile(this, "narrow", narrow);
        minHeightProperty()
                .bind(Bindings.when(narrow).then(Region.USE_PREF_SIZE).otherwise(LEAST_HEIGHT));
        getStylesheets().add(stylesheet("tetherkey.css"));
        setTop(new VBox(
                new TopBarView(window),
                new NoticeView(window),
                new LeaveView(window.leaving(), window.texts()),
                OpenStrips.next(window),
                OpenStrips.openQuestion(window),
                OpenStrips.orderWaits(window)));
        setCenter(place);
        setBottom(new AnnouncementView(window.announcement()));
        window.pageProperty().subscribe(this::turnTo);
        new WindowKeys(window, this);
    }

    /** The address of a stylesheet of this package. */
    public static String stylesheet(String name) {
        return Objects.requireNonNull(WindowView.class.getResource(name)).toExternalForm();
    }

    private Node view(Page page) {
        return switch (page) {
            case PAY -> new PayPage(window, narrow);
            case BANKS -> page(new EnrolmentView(window.enrolment(), window.texts(), window.guide(), narrow));
            case DIAGNOSIS -> page(new SupportView(window.support(), new SaveDialog(this), narrow));
            case HISTORY -> new HistoryView(window.history(), window.texts(), new SaveDialog(this), narrow);
            case SETTINGS -> page(settings());
        };
    }

    private VBox settings() {
        SettingsView settings = new SettingsView(window.settings());
        settings.getChildren().add(new ComputersView(window.computers(), window.texts()));
        return settings;
    }

    private void turnTo(Page page) {
        boolean first = built.isEmpty();
        Node view = built.computeIfAbsent(page, this::view);
        place.getChildren().setAll(view);
        if (first || !window.settings().moves()) {
            view.setOpacity(1);
            return;
        }
        FadeTransition fade = new FadeTransition(FADE, view);
        fade.setFromValue(0.3);
        fade.setToValue(1);
        fade.play();
    }

    /**
     * Scrolls by itself where there is room for columns; in one column the window scrolls as a whole, and the title,
     * which the navigation says too, leaves its room to what is to be done.
     */
    private Node page(VBox content) {
        StackPane page = new StackPane();
        Nodes.showWhile(content.getChildren().getFirst(), narrow.map(one -> !one));
        narrow.subscribe(one -> {
            page.getChildren().clear();
            content.setMinHeight(Region.USE_COMPUTED_SIZE);
            page.getChildren().add(one ? content : scrolling(content));
        });
        return page;
    }

    /** The page fills at least what is seen of it, so that a list in it ends with the window. */
    private static ScrollPane scrolling(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.viewportBoundsProperty().subscribe(seen -> content.setMinHeight(seen.getHeight()));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }
}
