package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.PhoneStatus;
import java.util.function.Consumer;

/** The way to the slots of whichever phone is plugged; blocking, so it is called from a worker thread. */
public interface SlotRoad {

    /**
     * Makes one call and waits for its answer, however long the user takes.
     *
     * @param papers used only by {@link SlotCall.Begin}
     * @param status told each change of what the phone waits for
     */
    SlotReply change(SlotCall call, EnrolmentPapers papers, Consumer<PhoneStatus> status) throws InterruptedException;

    /** Asks the phone to give the waiting call up. */
    void cancel();

    /** Waits until a phone can be asked again after {@link PhoneReply.Gone}. */
    void awaitBack() throws InterruptedException;
}
