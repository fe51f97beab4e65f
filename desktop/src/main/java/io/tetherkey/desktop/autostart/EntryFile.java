package io.tetherkey.desktop.autostart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file in a folder that the system reads at login.
 *
 * @param file the app's own, written whole and removed whole
 */
record EntryFile(Path file, Form form) implements Autostart {

    private static final Logger LOG = LoggerFactory.getLogger(EntryFile.class);

    /** How the system writes such a file. */
    interface Form {
        String text();

        /** Whether the system would start what a file of this content names. */
        boolean starts(String text);
    }

    @Override
    public Mode mode() {
        try {
            return Files.isRegularFile(file) && form.starts(Files.readString(file)) ? Mode.ON : Mode.OFF;
        } catch (IOException e) {
            LOG.warn("the start with the session cannot be read", e);
            return Mode.OFF;
        }
    }

    @Override
    public void change(Mode wanted) throws IOException {
        switch (wanted) {
            case ON -> AtomicFile.write(file, form.text().getBytes(UTF_8));
            case OFF -> Files.deleteIfExists(file);
            case UNAVAILABLE -> throw new IllegalArgumentException("nobody can wish for that");
        }
    }
}
