package io.tetherkey.desktop.relay;

/** What the user can do to the login; each returns at once and the outcome comes as a new {@link LoginState}. */
public interface LoginControl {

    /** Says that it goes on: the bank is called. */
    void proceed();

    /** Goes on with what the user typed; takes a copy of {@code password}. */
    void submit(String userName, char[] password);

    /** Makes the last call again. */
    void retry();

    /** Gives up. */
    void cancel();

    /** Returns to rest after the result was read. */
    void dismiss();
}
