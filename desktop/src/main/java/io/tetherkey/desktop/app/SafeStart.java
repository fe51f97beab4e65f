package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.ui.settings.Drawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers a start that never painted its first frame, so that the next one draws without the graphics card.
 *
 * <p>One file tells: none, all is well; {@code starting}, a first frame is awaited; {@code software}, an earlier start
 * waited in vain. It goes back to none when the user asks for the graphics card again.
 */
final class SafeStart {

    private static final Logger LOG = LoggerFactory.getLogger(SafeStart.class);
    private static final String STARTING = "starting";
    private static final String SOFTWARE = "software";
    private static final String ORDER = "prism.order";

    private final Path file;
    private final Drawing drawing;

    private SafeStart(Path file, Drawing drawing) {
        this.file = file;
        this.drawing = drawing;
    }

    /** Reads how the last start ended and how this one is to draw. */
    static SafeStart read(Path file) {
        return new SafeStart(file, content(file).isEmpty() ? Drawing.AS_USUAL : Drawing.SAFE);
    }

    private static String content(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            LOG.warn("it cannot be read how the last start ended", e);
            return "";
        }
    }

    /** How this start draws. */
    Drawing drawing() {
        return drawing;
    }

    /** To be called before the toolkit starts, which then chooses how to draw. */
    void chooseRenderer() {
        if (drawing == Drawing.SAFE) {
            LOG.warn("the last start painted nothing: drawing without the graphics card");
            System.setProperty(ORDER, "sw");
        }
    }

    /** A frame is awaited from now on. */
    void awaitFrame() {
        write(drawing == Drawing.SAFE ? SOFTWARE : STARTING);
    }

    /** The frame is there. */
    void painted() {
        if (drawing == Drawing.AS_USUAL) {
            remove();
        }
    }

    /** The next start uses the graphics card again. */
    void forget() {
        remove();
    }

    private void write(String content) {
        try {
            if (!Objects.equals(content(file), content)) {
                AtomicFile.write(file, content.getBytes(UTF_8));
            }
        } catch (IOException e) {
            LOG.warn("it cannot be remembered that a start began", e);
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("it cannot be remembered that a start went well", e);
        }
    }
}
