package io.tetherkey.desktop.notice;

/** The app's icon among those of the system's tray. Calls return at once. */
public interface Tray extends AutoCloseable {

    /** Whether the icon is there for the user to find. */
    enum Presence {
        /** This system has no tray that the app can speak to. */
        UNAVAILABLE,
        /** The system could have a tray, and has none at present. */
        ABSENT,
        SHOWN
    }

    /**
     * What the icon says.
     *
     * @param name of the app
     * @param open the entry that raises the window
     * @param quit the entry that ends the app
     */
    record Words(String name, String open, String quit) {}

    /** Whoever is told what becomes of the icon; called on threads of the tray. */
    interface Listener {

        /** Told each change; before the first one the tray is unavailable. */
        void presence(Presence now);

        /** The user wants the window. */
        void open();

        /** The user wants the app to end. */
        void quit();
    }

    /** Shows the icon whenever there is a tray from now on; called again, it speaks with these words. */
    void show(Words words);

    /** Takes the icon away for good. */
    @Override
    void close();

    /** Where the system has no tray. */
    static Tray none() {
        return new Tray() {
            @Override
            public void show(Words words) {}

            @Override
            public void close() {}
        };
    }
}
