package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.diagnosis.DiagnosisView;
import io.tetherkey.desktop.ui.save.SavePlace;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Heading, the choice of a part, and that part; a part is built when it is first looked at. */
public final class SupportView extends VBox {

    private final SupportViewModel support;
    private final SavePlace place;
    private final ObservableValue<Boolean> narrow;
    private final StackPane shown = new StackPane();
    private final Map<SupportSection, Node> built = new EnumMap<>(SupportSection.class);

    /**
     * @param place asks where a report is to be saved
     * @param narrow whether room is scarce
     */
    public SupportView(SupportViewModel support, SavePlace place, ObservableValue<Boolean> narrow) {
        this.support = support;
        this.place = place;
        this.narrow = narrow;
        Texts texts = support.texts();
        getStyleClass().addAll("page", "support");
        setId("support");
        getChildren().addAll(Nodes.label(texts.bind("page.diagnosis"), "page-title"), sections(), shown);
        VBox.setVgrow(shown, Priority.ALWAYS);
        support.sectionProperty().subscribe(this::turnTo);
    }

    private FlowPane sections() {
        FlowPane sections = new FlowPane();
        sections.getStyleClass().add("navigation");
        sections.setId("support-sections");
        ToggleGroup group = new ToggleGroup();
        for (SupportSection section : SupportSection.values()) {
            sections.getChildren().add(button(section, group));
        }
        return sections;
    }

    private ToggleButton button(SupportSection section, ToggleGroup group) {
        Texts texts = support.texts();
        ToggleButton button = new ToggleButton();
        button.setId("support-" + section.id());
        button.getStyleClass().add("page-button");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.textProperty().bind(texts.bind("support." + section.id()));
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.accessibleTextProperty().bind(button.textProperty());
        Nodes.help(button, texts, "support." + section.id() + ".help");
        button.setOnAction(event -> {
            button.setSelected(true);
            support.sectionProperty().set(section);
        });
        support.sectionProperty().subscribe(now -> button.setSelected(now == section));
        return button;
    }

    private void turnTo(SupportSection section) {
        shown.getChildren().setAll(built.computeIfAbsent(section, this::view));
    }

    private Node view(SupportSection section) {
        Texts texts = support.texts();
        return switch (section) {
            case LADDER -> new DiagnosisView(support.ladder(), texts, narrow);
            case MESSAGES -> new TimelineView(support.timeline(), texts);
            case SELF_TEST -> new SelfTestView(support.selfTest(), texts);
            case REPORT -> new ReportView(support.report(), texts, place);
            case FILES -> new FilesView(support.files(), texts);
        };
    }
}
