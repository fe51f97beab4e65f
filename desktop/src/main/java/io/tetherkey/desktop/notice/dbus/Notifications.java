package io.tetherkey.desktop.notice.dbus;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** What is used of the Desktop Notifications Specification 1.3. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {

    /** The action of a click on the notice itself. */
    String CLICK = "default";

    /**
     * Shows a notice.
     *
     * @param replaces the number of the one whose place it takes, or 0
     * @param actions pairs of an action and its label
     * @param timeout milliseconds; -1 leaves it to the desktop
     * @return its number
     */
    @DBusMemberName("Notify")
    UInt32 show(
            String app,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int timeout);

    @DBusMemberName("CloseNotification")
    void withdraw(UInt32 number);

    /** An action of a notice was chosen. */
    final class ActionInvoked extends DBusSignal {

        private final UInt32 number;
        private final String action;

        /** As the library makes it from a message. */
        public ActionInvoked(String path, UInt32 number, String action) throws DBusException {
            super(path, number, action);
            this.number = number;
            this.action = action;
        }

        UInt32 number() {
            return number;
        }

        String action() {
            return action;
        }
    }
}
