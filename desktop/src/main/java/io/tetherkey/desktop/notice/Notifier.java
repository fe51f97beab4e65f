package io.tetherkey.desktop.notice;

/** Shows one notice at a time. Calls return at once; where the system shows none, nothing happens. */
public interface Notifier extends AutoCloseable {

    /** Shows {@code notice} in the place of an earlier one. */
    void show(Notice notice);

    /** Takes back what is shown. */
    void withdraw();

    /** Ends as {@link #close} does, but leaves to the system what is shown: it has to outlive this process. */
    void leave();

    /** Takes back what is shown, and ends. */
    @Override
    void close();

    /** Where the system has no notices. */
    static Notifier none() {
        return new Notifier() {
            @Override
            public void show(Notice notice) {}

            @Override
            public void withdraw() {}

            @Override
            public void leave() {}

            @Override
            public void close() {}
        };
    }
}
