package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.UserAction;

/** What a person, or a script in their place, can do to a phone. All methods may be called from any thread. */
public interface PhoneHands {

    void act(UserAction action);

    /** Pulls the cable. */
    void unplug();

    /** Puts the cable in. */
    void plug();

    /** Takes the power away and gives it back. */
    void powerCut();
}
