package io.tetherkey.desktop.notice.dbus;

import io.tetherkey.desktop.notice.Notice;
import io.tetherkey.desktop.notice.Notifier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices of Linux desktops. One virtual thread speaks to the bus; it connects for the first notice and not before. Where
 * no bus or no desktop answers, it gives up silently.
 */
public final class DBusNotifier implements Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(DBusNotifier.class);
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String APP = "TetherKey";
    private static final String ICON = "tetherkey";
    private static final UInt32 NONE = new UInt32(0);

    private final String address;
    private final Runnable clicked;
    private final ExecutorService speaker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("notices").factory());
    private @Nullable DBusConnection connection;
    private volatile UInt32 shown = NONE;
    private boolean mute;

    /**
     * @param address of the session's bus
     * @param clicked called on a thread of the library when the user clicks on the notice
     */
    public DBusNotifier(String address, Runnable clicked) {
        this.address = address;
        this.clicked = clicked;
    }

    @Override
    public void show(Notice notice) {
        speak(() -> say(desktop -> shown = desktop.show(
                APP,
                shown,
                ICON,
                notice.title(),
                notice.text(),
                List.of(Notifications.CLICK, APP),
                Map.of("desktop-entry", new Variant<>(ICON)),
                -1)));
    }

    @Override
    public void withdraw() {
        speak(() -> {
            if (!shown.equals(NONE)) {
                UInt32 last = shown;
                shown = NONE;
                say(desktop -> desktop.withdraw(last));
            }
        });
    }

    private interface Sentence {
        void say(Notifications desktop) throws DBusException;
    }

    private void speak(Runnable words) {
        try {
            speaker.execute(words);
        } catch (RejectedExecutionException e) {
            LOG.debug("a notice after the end", e);
        }
    }

    private void say(Sentence sentence) {
        if (mute) {
            return;
        }
        try {
            sentence.say(connected().getRemoteObject(NAME, PATH, Notifications.class));
        } catch (DBusException | DBusExecutionException | LinkageError e) {
            mute = connection == null;
            LOG.info("the desktop shows no notice: {}", e.toString());
        }
    }

    private DBusConnection connected() throws DBusException {
        DBusConnection open = connection;
        if (open == null) {
            open = SessionBus.join(address);
            open.addSigHandler(Notifications.ActionInvoked.class, this::invoked);
            connection = open;
        }
        return open;
    }

    private void invoked(Notifications.ActionInvoked signal) {
        if (signal.number().equals(shown) && signal.action().equals(Notifications.CLICK)) {
            clicked.run();
        }
    }

    /** What is shown is taken back first. */
    @Override
    public void close() {
        withdraw();
        leave();
    }

    @Override
    public void leave() {
        speaker.execute(this::disconnect);
        speaker.close();
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                LOG.debug("the bus could not be left", e);
            }
        }
    }
}
