package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.screen.Screen;

/** Where a virtual phone shows itself. The calls come from the phone's own thread, one after the other. */
public interface PhoneDisplay {

    /**
     * The phone starts: what was shown before is gone. It next shows that it is locked, and is then unlocked by itself.
     */
    default void switchedOn() {}

    void show(Screen screen);

    void cable(CableState state);

    /** A computer asked the phone to draw attention to itself. */
    void winked();

    /** Something outside the phone tried to press its keys; nothing came of it. A display without eyes ignores this. */
    default void foreignInput() {}
}
