package io.tetherkey.protocol.transport.usb;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The phones that were asked to become an accessory's phone, did so, and then did not answer: on them TetherKey is not
 * installed or not open. Safe for any thread.
 */
public interface SilentPhones {

    /** @param identity what stays the same when the phone is plugged in again */
    boolean contains(String identity);

    /** The phone did not answer. */
    void add(String identity);

    /** The phone has answered after all. */
    void remove(String identity);

    /** Remembers them as long as the program runs. */
    static SilentPhones inMemory() {
        Set<String> known = ConcurrentHashMap.newKeySet();
        return new SilentPhones() {
            @Override
            public boolean contains(String identity) {
                return known.contains(identity);
            }

            @Override
            public void add(String identity) {
                known.add(identity);
            }

            @Override
            public void remove(String identity) {
                known.remove(identity);
            }
        };
    }
}
