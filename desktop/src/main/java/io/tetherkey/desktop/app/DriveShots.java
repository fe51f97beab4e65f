package io.tetherkey.desktop.app;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes numbered pictures of the window, one for each state that differs from the one before. */
final class DriveShots {

    private static final Logger LOG = LoggerFactory.getLogger(DriveShots.class);

    private final Scene scene;
    private final DriveSettings settings;
    private String last = "";
    private int number;

    DriveShots(Scene scene, DriveSettings settings) {
        this.scene = scene;
        this.settings = settings;
    }

    void take(String name) {
        if (name.equals(last)) {
            return;
        }
        last = name;
        number++;
        settings.shots().ifPresent(path -> write(path.resolve(String.format("%02d-%s.png", number, name))));
    }

    private void write(Path file) {
        try {
            WindowShot.write(scene, file);
        } catch (IOException e) {
            LOG.warn("a picture could not be written", e);
        }
    }
}
