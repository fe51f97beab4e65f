package io.tetherkey.desktop.ui.settings;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.notice.Tray;
import io.tetherkey.desktop.ui.Choices;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Looks;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.SideBySide;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Theme;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Language, looks, movement, size and the app's behaviour on the computer; each choice holds at once and is remembered. */
public final class SettingsView extends VBox {

    private static final double LEAST_WORDS = 260;

    public SettingsView(SettingsViewModel settings) {
        Texts texts = settings.texts();
        BehaviourViewModel behaviour = settings.behaviour();
        var controls = new BehaviourView(behaviour, texts);
        getStyleClass().add("page");
        setId("settings");
        getChildren()
                .addAll(
                        Nodes.label(texts.bind("page.settings"), "page-title"),
                        row(
                                texts,
                                "settings.language",
                                "mdi2t-translate",
                                Choices.of(
                                        "language",
                                        texts,
                                        settings.languageProperty(),
                                        List.of(Language.values()),
                                        Language::code,
                                        language -> new ReadOnlyStringWrapper(language.ownName()))),
                        row(
                                texts,
                                "settings.theme",
                                "mdi2t-theme-light-dark",
                                Choices.of(
                                        "theme",
                                        texts,
                                        settings.themeProperty(),
                                        List.of(Theme.values()),
                                        Theme::code,
                                        theme -> texts.bind(theme.key()))),
                        row(
                                texts,
                                "settings.scale",
                                "mdi2f-format-size",
                                Choices.of(
                                        "scale",
                                        texts,
                                        settings.scaleProperty(),
                                        Looks.SCALES,
                                        String::valueOf,
                                        percent -> new ReadOnlyStringWrapper(percent + " %"))),
                        row(texts, "settings.still", "mdi2m-motion-pause-outline", still(settings, texts)),
                        shownWhile(
                                behaviour.autostartProperty().map(mode -> mode != Autostart.Mode.UNAVAILABLE),
                                row(texts, "settings.autostart", "mdi2p-power", controls.autostart())),
                        shownWhile(
                                behaviour.trayProperty().map(tray -> tray != Tray.Presence.UNAVAILABLE),
                                row(texts, "settings.closing", "mdi2c-close-box-outline", controls.closing())),
                        shownWhile(
                                behaviour.drawingProperty().map(drawing -> drawing != Drawing.AS_USUAL),
                                row(texts, "settings.drawing", "mdi2m-monitor-shimmer", controls.drawing())));
    }

    private static CheckBox still(SettingsViewModel settings, Texts texts) {
        CheckBox still = new CheckBox();
        still.setId("still");
        still.textProperty().bind(texts.bind("settings.still.choice"));
        Nodes.help(still, texts, "settings.still.help");
        still.accessibleTextProperty().bind(still.textProperty());
        still.selectedProperty().bindBidirectional(settings.stillProperty());
        return still;
    }

    private static Node shownWhile(ObservableValue<Boolean> shown, Node row) {
        Nodes.showWhile(row, shown);
        return row;
    }

    private static Node row(Texts texts, String key, String icon, Region control) {
        VBox words =
                new VBox(Nodes.label(texts.bind(key), "card-title"), Nodes.label(texts.bind(key + ".help"), "muted"));
        words.getStyleClass().add("setting-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox told = new HBox(Nodes.icon(icon, "setting-icon"), words);
        told.getStyleClass().add("setting");
        told.setAlignment(Pos.CENTER_LEFT);
        SideBySide row = new SideBySide(told, control, LEAST_WORDS);
        row.getStyleClass().addAll("card", "setting-row");
        return row;
    }
}
