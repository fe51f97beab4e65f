package io.tetherkey.desktop.relay;

/** What the user can do to a bank's slot; each returns at once and the outcome comes as a new {@link EnrolmentState}. */
public interface EnrolmentControl {

    /** Begins a change; does nothing while one is under way. {@code userName} is not used by a removal. */
    void begin(SlotChange change, String userName);

    /** Makes the last call again, or begins again. */
    void retry();

    /** Gives up. */
    void cancel();

    /** Returns to rest after the result was read. */
    void dismiss();
}
