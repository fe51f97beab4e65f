package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import java.util.Optional;
import java.util.function.Consumer;

/** The way to the chip of whichever phone is plugged; blocking, so it is called from a worker thread. */
public interface PhoneRoad {

    /**
     * Makes one call and waits for its answer, however long the user takes.
     *
     * @param login used only by {@link PhoneCall.Open}; stays the caller's to erase
     * @param status told each change of what the phone waits for
     */
    PhoneReply call(PhoneCall call, Login login, Consumer<PhoneStatus> status) throws InterruptedException;

    /** The phone's record of a paid order; empty if it has none or cannot be asked. */
    Optional<PhoneRecord> paid(String orderId) throws InterruptedException;

    /** Asks the phone to give the waiting call up; if it has signed already, that call still answers with the signature. */
    void cancel();

    /** Waits until a phone can be asked again after {@link PhoneReply.Gone}. */
    void awaitBack() throws InterruptedException;
}
