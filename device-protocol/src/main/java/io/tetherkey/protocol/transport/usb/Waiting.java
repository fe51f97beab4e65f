package io.tetherkey.protocol.transport.usb;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/** Waiting for the event thread, which must come to an end even if the waiting thread is interrupted. */
final class Waiting {
    private Waiting() {}

    /**
     * Waits with the condition's lock held; keeps the interrupt flag.
     *
     * @return whether it became true in time
     */
    static boolean until(Condition changed, BooleanSupplier wanted, Duration most) {
        boolean interrupted = false;
        long until = System.nanoTime() + most.toNanos();
        while (!wanted.getAsBoolean()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return wanted.getAsBoolean();
    }
}
