package io.tetherkey.desktop.autostart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whether the system starts the app when its user logs in. Calls may take a moment: not on the UI thread. */
public interface Autostart {

    /** What the system would do. */
    enum Mode {
        /** This app cannot be started so: it runs from no launcher, or the system is not known. */
        UNAVAILABLE,
        OFF,
        ON
    }

    /** The truth at this moment, whoever wrote it. */
    Mode mode();

    /**
     * Turns it on or off; off leaves nothing behind.
     *
     * @throws IOException if the system's place for it cannot be written
     */
    void change(Mode wanted) throws IOException;

    /**
     * The one of this computer.
     *
     * @param start what starts the app hidden; empty if that is not known
     */
    static Autostart ofThisComputer(
            String systemName, Map<String, String> environment, Path home, Optional<StartCommand> start) {
        if (start.isEmpty()) {
            return new Never();
        }
        if (systemName.startsWith("Windows")) {
            return new RunKey(start.get(), RunKey.RegistryTool.ofWindows());
        }
        if (systemName.startsWith("Mac")) {
            return new EntryFile(home.resolve("Library/LaunchAgents/io.tetherkey.plist"), new LaunchAgent(start.get()));
        }
        Path config = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".config"));
        return new EntryFile(config.resolve("autostart/io.tetherkey.desktop"), new DesktopEntry(start.get()));
    }

    /** Nothing that could be started. */
    record Never() implements Autostart {
        @Override
        public Mode mode() {
            return Mode.UNAVAILABLE;
        }

        @Override
        public void change(Mode wanted) {}
    }
}
