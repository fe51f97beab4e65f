package io.tetherkey.desktop.ui.window;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** Takes no room on the screen; a screen reader is told each new announcement by its changed text. */
final class AnnouncementView extends Region {

    AnnouncementView(Announcement announcement) {
        setId("announcement");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(announcement.textProperty());
        accessibleTextProperty()
                .addListener((property, before, now) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }
}
