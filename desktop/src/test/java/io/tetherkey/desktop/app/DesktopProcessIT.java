package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app as a process of its own, without a display. */
class DesktopProcessIT {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String LISTENING = "0A";

    @TempDir
    private Path folder;

    @Test
    void runningAppHasNoListeningNetworkSocketAndTakesTheLinkOfASecondStart() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
        Process first = start("first");
        try {
            await().atMost(LIMIT).until(() -> Files.exists(folder.resolve("desktop/socket")));
            Process second = start("second", "tetherkey://pay?order=AQID");
            assertThat(second.waitFor(LIMIT)).isTrue();
            assertThat(second.exitValue()).isZero();
            assertThat(first.isAlive()).isTrue();

            Set<String> own = socketsOf(first.pid());
            assertThat(own).as("the Unix socket at least").isNotEmpty();
            assertThat(networkSockets("tcp", LISTENING)).doesNotContainAnyElementsOf(own);
            assertThat(networkSockets("tcp6", LISTENING)).doesNotContainAnyElementsOf(own);
            assertThat(networkSockets("udp", "")).doesNotContainAnyElementsOf(own);
            assertThat(networkSockets("udp6", "")).doesNotContainAnyElementsOf(own);
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    /** Another program of the user's holds the place and never answers, as a stopped app would. */
    @Test
    void secondStartTellsThatTheRunningAppDoesNotAnswer() throws Exception {
        Path place = Files.createDirectories(folder.resolve("desktop"));
        try (FileChannel lock =
                FileChannel.open(place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
            Process second = start("second", "tetherkey://pay?order=AQID");
            assertThat(second.waitFor(LIMIT)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
        }
        assertThat(folder.resolve("second.out"))
                .content()
                .contains("TK-720 TetherKey is already running and does not answer. No link was handed over to it,"
                        + " so nothing was paid by this start.");
    }

    @Test
    void startAfterOneThatPaintedNothingDrawsWithoutTheGraphicsCard() throws Exception {
        Path marker = folder.resolve("desktop/first-frame");
        Files.createDirectories(marker.getParent());
        Files.writeString(marker, "starting");
        Process app = start("after-a-failed-start");
        try {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(marker).hasContent("software"));
        } finally {
            app.destroyForcibly().waitFor();
        }
    }

    @Test
    void markOfTheStartGoesWithTheFirstFrameAndAKilledAppIsReplaced() throws Exception {
        Path marker = folder.resolve("desktop/first-frame");
        Path socket = folder.resolve("desktop/socket");
        Process first = start("killed");
        try {
            awaitPainted(1);
            assertThat(marker).doesNotExist();
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(socket).as("left by the killed app").exists();
        Process second = start("second", "--hidden");
        try {
            awaitPainted(2);
            assertThat(marker).doesNotExist();
            Process third = start("third");
            assertThat(third.waitFor(LIMIT)).isTrue();
            assertThat(third.exitValue()).isZero();
            assertThat(second.isAlive()).isTrue();
            Process unseen = start("unseen", "--hidden");
            assertThat(unseen.waitFor(LIMIT)).isTrue();
            assertThat(unseen.exitValue()).isZero();
            assertThat(second.isAlive()).isTrue();
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private void awaitPainted(int starts) {
        Path log = folder.resolve("desktop/log/desktop.log");
        await().atMost(LIMIT)
                .until(() -> Files.exists(log)
                        && Files.readAllLines(log).stream()
                                        .filter(line -> line.contains("first frame painted"))
                                        .count()
                                == starts);
    }

    private Process start(String name, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DesktopCommand.class.getName(),
                "--profile",
                folder.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .start();
    }

    private static Set<String> socketsOf(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files.toList()) {
                Matcher socket = SOCKET.matcher(targetOf(file));
                if (socket.matches()) {
                    inodes.add(socket.group(1));
                }
            }
        }
        return inodes;
    }

    /** What an open file is; empty if the running app closed it since its files were listed. */
    private static String targetOf(Path file) throws IOException {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Inodes of the sockets in a table of the kernel; {@code state} empty for all. */
    private static Set<String> networkSockets(String table, String state) throws IOException {
        Path file = Path.of("/proc/net", table);
        Set<String> inodes = new HashSet<>();
        if (!Files.exists(file)) {
            return inodes;
        }
        for (String line : Files.readAllLines(file, US_ASCII)) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length > 9 && (state.isEmpty() || columns[3].equals(state))) {
                inodes.add(columns[9]);
            }
        }
        return inodes;
    }
}
