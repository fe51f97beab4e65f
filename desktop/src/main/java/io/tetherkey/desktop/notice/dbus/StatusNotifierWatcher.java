package io.tetherkey.desktop.notice.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** What is used of the watcher of the StatusNotifierItem specification: where icons and trays meet. */
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {

    String NAME = "org.kde.StatusNotifierWatcher";
    String PATH = "/StatusNotifierWatcher";
    /** The property that tells whether anybody draws the icons. */
    String HOSTED = "IsStatusNotifierHostRegistered";

    @DBusMemberName("RegisterStatusNotifierItem")
    void register(String busName);

    /** Somebody draws the icons from now on. */
    final class StatusNotifierHostRegistered extends DBusSignal {
        /** As the library makes it from a message. */
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /** One who drew the icons is gone. */
    final class StatusNotifierHostUnregistered extends DBusSignal {
        /** As the library makes it from a message. */
        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}
