package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FlashReport;
import java.util.function.Consumer;

/** What a developer can do to a virtual phone and no owner to a real one. All methods may be called from any thread. */
public interface PhoneBench {

    /**
     * Looks into the flash.
     *
     * @param seen called on the phone's thread; never if the flash cannot be read
     */
    void inspect(Consumer<FlashReport> seen);

    /** Spoils one of the two copies of the newest frame; the next start mends it. */
    void damageOneCopy();

    /** Erases everything but what the phone was made with, and starts it again. */
    void startAsNew();

    /** A keyboard is connected to the phone, or a computer on the cable says that it is one. */
    void attachInputDevice();

    /** The keyboard is disconnected. Pulling the cable does it too. */
    void removeInputDevice();

    /** What a computer on the cable does that pretends to be this phone's keys. */
    void pressFromOutside(UserAction action);
}
