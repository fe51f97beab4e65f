package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportFault;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where something is plugged in that does not speak TetherKey, such as a phone without the app: it is left alone for
 * half a second, after each further failure twice as long, up to 16 seconds, and tried at once when it was plugged in
 * again. A device that this computer does not let in is not left alone: to try it costs the device nothing, and the
 * permission comes a moment after the plug. Not thread-safe.
 */
final class RestingAddresses {
    private static final long FIRST = 500;
    private static final long LONGEST = 16_000;

    private final LongSupplier millis;
    private final Map<PhoneAddress, Rest> rests = new HashMap<>();

    private record Rest(long until, long pause) {}

    /** @param millis a monotonic clock in milliseconds */
    RestingAddresses(LongSupplier millis) {
        this.millis = millis;
    }

    /** Whether the address must not be tried yet. */
    boolean isResting(PhoneAddress address) {
        Rest rest = rests.get(address);
        return rest != null && millis.getAsLong() - rest.until() < 0;
    }

    /** The address was tried in vain. */
    void failed(PhoneAddress address, TransportFault why) {
        switch (why) {
            case NO_ANSWER, LEFT_ALONE, INCOMPATIBLE, UNSUPPORTED, FAILED, NO_LIBRARY, NOT_NEARBY -> {
                Rest last = rests.get(address);
                long pause = last == null ? FIRST : Math.min(LONGEST, last.pause() * 2);
                rests.put(address, new Rest(millis.getAsLong() + pause, pause));
            }
            case ABSENT, UNPLUGGED, CLOSED, INTERRUPTED, NO_PERMISSION, IN_USE -> rests.remove(address);
        }
    }

    /** Somebody wishes that all are tried at once. */
    void end() {
        rests.clear();
    }

    /** A phone has answered at the address. */
    void answered(PhoneAddress address) {
        rests.remove(address);
    }

    /** Only these are plugged in now; whatever comes back later is new. */
    void keepOnly(Collection<PhoneAddress> addresses) {
        rests.keySet().retainAll(addresses);
    }
}
