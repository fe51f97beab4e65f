package io.tetherkey.desktop.notice.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.notice.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real bus of its own, which the program {@code dbus-daemon} runs, with a desktop that this test plays. */
@Tag("dbus")
class DBusNotifierIT {

    private static final String PATH = "/org/freedesktop/Notifications";
    private static final Notice APPROVE = new Notice("TetherKey", "Compare and approve.");

    @TempDir
    private Path folder;

    private final FakeDesktop desktop = new FakeDesktop();
    private final Semaphore clicks = new Semaphore(0);

    @SuppressWarnings("NullAway.Init")
    private TestBus bus;

    /** Says what it was asked, in one line each. */
    private static final class FakeDesktop implements Notifications {

        private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

        @Override
        public UInt32 show(
                String app,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeout) {
            asked.add(String.join("|", app, replaces.toString(), icon, summary, body, actions.getFirst()));
            return new UInt32(7);
        }

        @Override
        public void withdraw(UInt32 number) {
            asked.add("withdraw " + number);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }

        String next() throws InterruptedException {
            return String.valueOf(asked.poll(60, TimeUnit.SECONDS));
        }
    }

    @BeforeEach
    void startBus() throws Exception {
        bus = TestBus.start(folder);
    }

    @AfterEach
    void stopBus() throws Exception {
        bus.close();
    }

    private DBusConnection desktop() throws DBusException {
        DBusConnection connection = bus.connect();
        connection.exportObject(desktop);
        connection.requestBusName("org.freedesktop.Notifications");
        return connection;
    }

    @Test
    void noticeIsShownReplacedClickedAndTakenBack() throws Exception {
        try (DBusConnection connection = desktop();
                DBusNotifier notifier = new DBusNotifier(bus.address(), clicks::release)) {
            notifier.show(APPROVE);
            assertThat(desktop.next()).isEqualTo("TetherKey|0|tetherkey|TetherKey|Compare and approve.|default");
            notifier.show(new Notice("TetherKey", "There is a result."));
            assertThat(desktop.next()).isEqualTo("TetherKey|7|tetherkey|TetherKey|There is a result.|default");

            connection.sendMessage(new Notifications.ActionInvoked(PATH, new UInt32(8), "default"));
            connection.sendMessage(new Notifications.ActionInvoked(PATH, new UInt32(7), "default"));
            assertThat(clicks.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            assertThat(clicks.availablePermits()).isZero();

            notifier.withdraw();
            assertThat(desktop.next()).isEqualTo("withdraw 7");
        }
        assertThat(desktop.asked).isEmpty();
    }

    @Test
    void whatIsStillShownGoesWithTheApp() throws Exception {
        try (DBusConnection connection = desktop()) {
            assertThat(connection.isConnected()).isTrue();
            try (DBusNotifier notifier = new DBusNotifier(bus.address(), clicks::release)) {
                notifier.show(APPROVE);
                desktop.next();
            }
            assertThat(desktop.next()).isEqualTo("withdraw 7");
        }
    }

    /** A start that cannot open a window says why, and is gone before anybody has read it. */
    @Test
    void whatIsLeftToTheDesktopOutlivesTheApp() throws Exception {
        try (DBusConnection connection = desktop()) {
            assertThat(connection.isConnected()).isTrue();
            var notifier = new DBusNotifier(bus.address(), clicks::release);
            notifier.show(APPROVE);
            notifier.leave();
            assertThat(desktop.next()).isEqualTo("TetherKey|0|tetherkey|TetherKey|Compare and approve.|default");
        }
        assertThat(desktop.asked).isEmpty();
    }

    @Test
    void sessionWithoutADesktopIsNoError() throws Exception {
        try (DBusNotifier notifier = new DBusNotifier(bus.address(), clicks::release)) {
            notifier.show(APPROVE);
            notifier.withdraw();
        }
        try (DBusConnection connection = desktop();
                DBusNotifier notifier = new DBusNotifier(bus.address(), clicks::release)) {
            assertThat(connection.isConnected()).isTrue();
            notifier.show(APPROVE);
            assertThat(desktop.next()).startsWith("TetherKey|0|");
        }
    }
}
