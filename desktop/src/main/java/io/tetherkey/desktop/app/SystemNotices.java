package io.tetherkey.desktop.app;

import io.tetherkey.desktop.notice.Notifier;
import io.tetherkey.desktop.notice.Pixels;
import io.tetherkey.desktop.notice.Tray;
import io.tetherkey.desktop.notice.dbus.DBusNotifier;
import io.tetherkey.desktop.notice.dbus.DBusTray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds how this system shows notices and an icon in its tray. */
final class SystemNotices {

    private SystemNotices() {}

    /**
     * The session's D-Bus if there is one, else none.
     *
     * @param clicked called when the user clicks on a notice
     */
    static Notifier of(Map<String, String> environment, Runnable clicked) {
        return address(environment)
                .<Notifier>map(address -> new DBusNotifier(address, clicked))
                .orElseGet(Notifier::none);
    }

    /** The tray on the session's D-Bus if there is a bus, else none. */
    static Tray tray(Map<String, String> environment, List<Pixels> icon, Tray.Listener listener) {
        return address(environment)
                .<Tray>map(address -> new DBusTray(address, icon, listener))
                .orElseGet(Tray::none);
    }

    /** As the session says, or where it usually is; only sockets of this computer. */
    static Optional<String> address(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("DBUS_SESSION_BUS_ADDRESS"))
                .filter(address -> address.startsWith("unix:"))
                .or(() -> Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                        .map(folder -> Path.of(folder, "bus"))
                        .filter(Files::exists)
                        .map(socket -> "unix:path=" + socket));
    }
}
