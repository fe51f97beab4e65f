package io.tetherkey.desktop.notice.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A real bus for one test, run by the program {@code dbus-daemon}. */
final class TestBus {

    private final Process process;
    private final String address;

    private TestBus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder an empty one, for the bus's socket and log */
    static TestBus start(Path folder) throws IOException {
        Path socket = folder.resolve("bus");
        String address = "unix:path=" + socket;
        Process process = new ProcessBuilder(
                        "dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bus.log").toFile())
                .start();
        while (process.isAlive() && !Files.exists(socket)) {
            Thread.onSpinWait();
        }
        assertThat(process.isAlive()).isTrue();
        return new TestBus(process, address);
    }

    String address() {
        return address;
    }

    DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
