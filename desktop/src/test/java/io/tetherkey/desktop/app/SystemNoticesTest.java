package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.notice.Notice;
import io.tetherkey.desktop.notice.dbus.DBusNotifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemNoticesTest {

    @TempDir
    private Path folder;

    @Test
    void busIsTheSessionsOwnOrWhereItUsuallyIs() throws Exception {
        Map<String, String> runtime = Map.of("XDG_RUNTIME_DIR", folder.toString());
        assertThat(SystemNotices.address(Map.of())).isEmpty();
        assertThat(SystemNotices.address(runtime)).isEmpty();
        Path bus = Files.createFile(folder.resolve("bus"));
        assertThat(SystemNotices.address(runtime)).contains("unix:path=" + bus);
        assertThat(SystemNotices.address(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/x")))
                .contains("unix:path=/x");
    }

    @Test
    void busOverTheNetworkIsNotSpokenTo() {
        assertThat(SystemNotices.address(Map.of("DBUS_SESSION_BUS_ADDRESS", "tcp:host=10.0.0.1,port=1")))
                .isEmpty();
    }

    @Test
    void busThatIsNotThereIsNoError() {
        AtomicInteger clicks = new AtomicInteger();
        var notifier = new DBusNotifier("unix:path=" + folder.resolve("none"), clicks::incrementAndGet);
        notifier.show(new Notice("TetherKey", "There is a result."));
        notifier.withdraw();
        notifier.close();
        notifier.show(new Notice("TetherKey", "too late"));
        assertThat(clicks).hasValue(0);
    }
}
