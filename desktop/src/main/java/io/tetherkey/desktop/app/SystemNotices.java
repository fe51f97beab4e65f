package io.tetherkey.desktop.app;

import io.tetherkey.desktop.notice.Notifier;
import io.tetherkey.desktop.notice.dbus.DBusNotifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds how this system shows notices. */
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
