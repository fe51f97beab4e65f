package io.tetherkey.desktop.notice.dbus;

import java.io.IOException;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** Joins the session's bus. */
final class SessionBus {

    /** In milliseconds, for the library to try just once: it would go on for ten seconds, and the app's end with it. */
    private static final int ONE_ATTEMPT = 500;

    private SessionBus() {}

    /** @throws DBusException if no bus answers at {@code address} */
    static DBusConnection join(String address) throws DBusException {
        return join(address, () -> {});
    }

    /**
     * The same for whoever has to know that the bus is gone.
     *
     * @param lost called on a thread of the library's once the bus hangs up; not when this end does
     */
    static DBusConnection join(String address, Runnable lost) throws DBusException {
        return DBusConnectionBuilder.forAddress(address)
                .withShared(false)
                .withDisconnectCallback(new IDisconnectCallback() {
                    @Override
                    public void disconnectOnError(IOException why) {
                        lost.run();
                    }
                })
                .transportConfig()
                .withTimeout(ONE_ATTEMPT)
                .back()
                .build();
    }
}
