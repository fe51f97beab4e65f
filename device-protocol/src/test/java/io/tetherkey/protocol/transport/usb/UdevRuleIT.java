package io.tetherkey.protocol.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.transport.Transport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged udev rule on a real udev. It only tags; on a desktop the login manager then lets the user at the seat in.
 * Here a second rule stands in for the login manager and gives tagged devices to the user nobody.
 */
@Tag("usb")
@Timeout(180)
class UdevRuleIT {
    private static final Path RULES = Path.of("/run/udev/rules.d");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String STAND_IN = "TAG==\"uaccess\", OWNER=\"nobody\", MODE=\"0600\"\n";

    @TempDir
    private static Path folder = Path.of("");

    @BeforeEach
    void standIn() throws Exception {
        Files.createDirectories(RULES);
        Files.writeString(RULES.resolve("73-seat.rules"), STAND_IN);
        reload();
    }

    @AfterEach
    void noRules() throws Exception {
        Files.deleteIfExists(RULES.resolve("60-tetherkey.rules"));
        Files.deleteIfExists(RULES.resolve("73-seat.rules"));
        reload();
    }

    private static void install() throws Exception {
        Files.copy(Path.of(System.getProperty("tetherkey.rules", "")), RULES.resolve("60-tetherkey.rules"));
        reload();
    }

    private static void reload() throws Exception {
        run("udevadm", "control", "--reload");
    }

    @Test
    void userIsDeniedWithoutTheRuleAndLetInWithIt() throws Exception {
        try (UsbSocket socket = new UsbSocket(UsbFace.TETHERKEY, "VPHONE0001").ready()) {
            run("udevadm", "settle");
            assertThat(probeAsNobody(socket.path())).isEqualTo("NO_PERMISSION");
            socket.unplug();
            install();
            socket.plug();
            run("udevadm", "settle");
            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(probeAsNobody(socket.path())).isEqualTo("OPEN"));
            assertThat(permissions(node(socket.path())))
                    .as("nobody else gets in")
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void accessoryIsTaggedAndTheSerialPortIsLeftAloneByModemManagers() throws Exception {
        install();
        try (UsbSocket socket = new UsbSocket(UsbFace.ANDROID, "VPHONE0001").ready()) {
            Path port = socket.serialPort();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(properties("--name=" + port))
                            .contains("ID_MM_DEVICE_IGNORE=1", "ID_MM_PORT_IGNORE=1")
                            .anySatisfy(
                                    line -> assertThat(line).startsWith("TAGS=").contains(":uaccess:")));
            try (Transport host = new UsbPhones().open(socket.path())) {
                assertThat(host).isNotNull();
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(properties("--path=/sys/bus/usb/devices/" + socket.path()))
                                .contains("PRODUCT=18d1/2d00/100")
                                .anySatisfy(line ->
                                        assertThat(line).startsWith("TAGS=").contains(":uaccess:")));
            }
        }
    }

    @Test
    void ruleOpensNothingToEverybodyAndSortsBeforeTheSeats() throws Exception {
        String rule = Files.readString(Path.of(System.getProperty("tetherkey.rules", "")));
        assertThat(rule).doesNotContain("MODE", "GROUP", "OWNER", "RUN");
        assertThat("60-tetherkey.rules".compareTo("73-seat-late.rules")).isNegative();
    }

    private static List<String> properties(String device) throws Exception {
        return run("udevadm", "info", "--query=property", device).lines().toList();
    }

    private static Path node(UsbPath path) throws Exception {
        return properties("--path=/sys/bus/usb/devices/" + path).stream()
                .filter(line -> line.startsWith("DEVNAME="))
                .map(line -> Path.of(line.substring("DEVNAME=".length())))
                .findFirst()
                .orElseThrow();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Nobody may not read root's own folders, so what the program needs is copied. */
    private static String probeAsNobody(UsbPath path) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> parts = new ArrayList<>();
        String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator);
        for (int i = 0; i < classPath.length; i++) {
            Path copy = folder.resolve("" + i);
            if (isCopied(Path.of(classPath[i]), copy)) {
                parts.add(copy.toString());
            }
        }
        return run(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        String.join(File.pathSeparator, parts),
                        UsbProbe.class.getName(),
                        path.text())
                .strip();
    }

    /** This module's classes lie in folders or in jars that are named after it. */
    private static boolean isCopied(Path part, Path copy) throws IOException {
        String name = part.getFileName().toString();
        if (Files.isDirectory(part)) {
            return isCopiedFrom(part, copy);
        }
        if (name.startsWith("device-protocol")) {
            try (FileSystem jar = FileSystems.newFileSystem(part)) {
                return isCopiedFrom(jar.getPath("/"), copy);
            }
        }
        if (name.matches("(usb4java|libusb4java.*linux|commons-lang3|slf4j-api).*")) {
            copy(part, copy);
            return true;
        }
        return false;
    }

    private static boolean isCopiedFrom(Path root, Path copy) throws IOException {
        Path transports = root.resolve("io/tetherkey/protocol/transport");
        if (Files.isDirectory(transports.resolve("usb"))) {
            copy(transports, copy.resolve("io/tetherkey/protocol/transport"));
            return true;
        }
        return false;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    if (!Files.exists(target)) {
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
        return said;
    }
}
