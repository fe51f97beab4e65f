package io.tetherkey.desktop.notice.dbus;

import io.tetherkey.desktop.notice.Pixels;
import io.tetherkey.desktop.notice.Tray;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon in the tray of Linux desktops. One virtual thread speaks to the bus and otherwise waits; the bus tells when a
 * tray comes or goes. Where no bus answers it gives up silently.
 */
public final class DBusTray implements Tray {

    private static final Logger LOG = LoggerFactory.getLogger(DBusTray.class);
    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";

    private final String address;
    private final List<Pixels> icon;
    private final Listener listener;
    private final String ownName =
            StatusNotifierItem.NAME + "-" + ProcessHandle.current().pid() + "-1";
    private final ExecutorService speaker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("tray").factory());
    private @Nullable DBusConnection connection;
    private @Nullable TrayMenu menu;
    private String registeredAt = "";
    private Presence told = Presence.UNAVAILABLE;

    /**
     * @param address of the session's bus
     * @param icon in a few sizes, for the tray to choose from
     */
    public DBusTray(String address, List<Pixels> icon, Listener listener) {
        this.address = address;
        this.icon = List.copyOf(icon);
        this.listener = listener;
    }

    @Override
    public void show(Words words) {
        speak(bus -> {
            TrayMenu shown = menu;
            if (shown == null) {
                join(words);
            } else if (bus != null) {
                bus.sendMessage(new DBusMenu.LayoutUpdated(DBusMenu.PATH, shown.say(words), 0));
            }
        });
    }

    private interface Sentence {
        void say(@Nullable DBusConnection bus) throws DBusException;
    }

    private void speak(Sentence sentence) {
        try {
            speaker.execute(() -> {
                try {
                    sentence.say(connection);
                } catch (DBusException | DBusExecutionException | LinkageError e) {
                    LOG.info("there is no tray: {}", e.toString());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("a word to the tray after the end", e);
        }
    }

    private void join(Words words) throws DBusException {
        var entries = new TrayMenu(words, listener);
        menu = entries;
        DBusConnection bus = SessionBus.join(address, this::lost);
        connection = bus;
        bus.exportObject(new TrayItem(icon, words.name(), listener));
        bus.exportObject(entries);
        bus.requestBusName(ownName);
        // Only this name's owner: the names of all other programs come and go without waking this one.
        bus.addSigHandler(
                DBusMatchRuleBuilder.create()
                        .withType(DBus.NameOwnerChanged.class)
                        .withArg0123(0, StatusNotifierWatcher.NAME)
                        .build(),
                (DBus.NameOwnerChanged changed) -> look());
        bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostRegistered.class, signal -> look());
        bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostUnregistered.class, signal -> look());
        look();
    }

    private void look() {
        speak(bus -> {
            if (bus != null) {
                tell(present(bus));
            }
        });
    }

    /** With the bus goes the icon, and nobody is left to tell so; a window must not stay behind where no one finds it. */
    private void lost() {
        speak(bus -> {
            connection = null;
            tell(Presence.UNAVAILABLE);
        });
    }

    private void tell(Presence now) {
        if (now != told) {
            told = now;
            listener.presence(now);
        }
    }

    /** A watcher that nobody listens to would hide the window where no one finds it. */
    private Presence present(DBusConnection bus) throws DBusException {
        DBus names = bus.getRemoteObject(BUS, BUS_PATH, DBus.class);
        if (!names.NameHasOwner(StatusNotifierWatcher.NAME)) {
            registeredAt = "";
            return Presence.ABSENT;
        }
        try {
            String owner = names.GetNameOwner(StatusNotifierWatcher.NAME);
            if (!owner.equals(registeredAt)) {
                bus.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                        .register(ownName);
                registeredAt = owner;
            }
            Object hosted = bus.getRemoteObject(
                            StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, Properties.class)
                    .Get(StatusNotifierWatcher.NAME, StatusNotifierWatcher.HOSTED);
            return Boolean.TRUE.equals(hosted) ? Presence.SHOWN : Presence.ABSENT;
        } catch (DBusExecutionException e) {
            LOG.info("the tray does not take the icon: {}", e.toString());
            return Presence.ABSENT;
        }
    }

    @Override
    public void close() {
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
