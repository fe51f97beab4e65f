package io.tetherkey.protocol.toolkit;

import com.sun.glass.ui.Timer;

/**
 * The clock of JavaFX's frames, standing still while no frame is wanted.
 *
 * <p>The toolkit pauses its clock a quarter of a second after the last frame and resumes it for the next, from whatever
 * thread wants one; on Linux and on the headless platform the clock it has ignores that and ticks 60 times a second for
 * ever. This one stops and starts the other instead. The superclass takes its lock around each call.
 */
final class RestingTimer extends Timer {

    private final Timer clock;
    private int period;

    /** @param clock the platform's own, which knows what to do at each tick */
    RestingTimer(Timer clock) {
        super(() -> {});
        this.clock = clock;
    }

    /** Whether the clock stands still. */
    boolean rests() {
        return !clock.isRunning();
    }

    @Override
    protected long _start(Runnable tick) {
        throw new UnsupportedOperationException("no clock of the screen's own rhythm here");
    }

    @Override
    protected long _start(Runnable tick, int millis) {
        period = millis;
        clock.start(millis);
        return 1;
    }

    @Override
    protected void _stop(long started) {
        clock.stop();
    }

    @Override
    protected void _pause(long started) {
        clock.stop();
    }

    @Override
    protected void _resume(long started) {
        if (!clock.isRunning()) {
            clock.start(period);
        }
    }
}
