package io.tetherkey.protocol.toolkit;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets JavaFX's clock rest while nothing moves. Where the toolkit is built otherwise or not open to this class, its clock
 * stays as it is: only the calm is lost.
 */
public final class FramePulse {

    private static final Logger LOG = LoggerFactory.getLogger(FramePulse.class);
    private static final int SECOND = 1_000;
    /** Those whose timers can be stopped and started from any thread, also from within a tick. */
    private static final Set<String> PLATFORMS =
            Set.of("com.sun.glass.ui.gtk.GtkTimer", "com.sun.glass.ui.headless.HeadlessTimer");

    private FramePulse() {}

    /** To be called on the JavaFX thread; a second call changes nothing. */
    public static void letRest() {
        try {
            restingTimer().ifPresent(timer -> LOG.debug("JavaFX's clock rests while nothing moves"));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.info("JavaFX's clock goes on at rest: {}", e.toString());
        }
    }

    /** The clock that rests; empty on a platform whose clock is left alone. */
    static Optional<RestingTimer> restingTimer() throws ReflectiveOperationException {
        Toolkit toolkit = Toolkit.getToolkit();
        Field field = toolkit.getClass().getDeclaredField("pulseTimer");
        field.setAccessible(true);
        if (field.get(toolkit) instanceof RestingTimer resting) {
            return Optional.of(resting);
        }
        if (!(field.get(toolkit) instanceof Timer clock)
                || !PLATFORMS.contains(clock.getClass().getName())) {
            return Optional.empty();
        }
        var resting = new RestingTimer(clock);
        boolean ticking = clock.isRunning();
        field.set(toolkit, resting);
        if (ticking) {
            resting.start(SECOND / toolkit.getRefreshRate());
        }
        return Optional.of(resting);
    }
}
