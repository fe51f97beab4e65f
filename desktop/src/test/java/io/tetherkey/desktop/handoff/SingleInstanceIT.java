package io.tetherkey.desktop.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceIT {

    private final List<String> received = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void secondStartHandsItsLinkOver() throws Exception {
        try (SingleInstance ignored = first()) {
            assertThat(SingleInstance.start(profile(), "tetherkey://pay?order=AQID", received::add))
                    .isInstanceOf(SingleInstance.Start.HandedOver.class);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(received).containsExactly("tetherkey://pay?order=AQID"));
        }
    }

    @Test
    void secondProcessHandsItsLinkOverAndEnds() throws Exception {
        try (SingleInstance ignored = first()) {
            Process second = process("tetherkey://pay?order=AQIE");
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isZero();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(received).containsExactly("tetherkey://pay?order=AQIE"));
        }
    }

    @Test
    void killedProcessLeavesAStaleSocketThatTheNextStartReplaces() throws Exception {
        Process killed = process("hold");
        await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(profile().resolve("socket")));
        killed.destroyForcibly().waitFor();
        assertThat(profile().resolve("socket")).exists();

        try (SingleInstance ignored = first()) {
            SingleInstance.start(profile(), "again", received::add);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(received).containsExactly("again"));
        }
    }

    @Test
    void staleSocketFileWithoutOwnerIsReplaced() throws Exception {
        Files.createDirectories(profile());
        try (ServerSocketChannel stale = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stale.bind(UnixDomainSocketAddress.of(profile().resolve("socket")));
        }
        try (SingleInstance ignored = first()) {
            assertThat(profile().resolve("socket")).exists();
        }
        assertThat(profile().resolve("socket")).doesNotExist();
    }

    /** The window is closed, but the app has not ended: whoever clicks on the icon now shall get a window. */
    @Test
    void startDuringTheEndOfAnotherTakesItsPlace() throws Exception {
        SingleInstance ending = first();
        ending.hangUp();
        CompletableFuture<SingleInstance.Start> next = CompletableFuture.supplyAsync(this::startAgain);
        assertThat(next.isDone()).isFalse();
        ending.close();

        assertThat(next.get(60, TimeUnit.SECONDS)).isInstanceOf(SingleInstance.Start.First.class);
        assertThat(received).isEmpty();
        ((SingleInstance.Start.First) next.get()).instance().close();
    }

    @Test
    void messageThatTheClosingWindowDoesNotTakeOpensAnother() throws Exception {
        Semaphore refused = new Semaphore(0);
        SingleInstance ending = ((SingleInstance.Start.First) SingleInstance.start(profile(), "", message -> {
                    refused.release();
                    return false;
                }))
                .instance();
        CompletableFuture<SingleInstance.Start> next = CompletableFuture.supplyAsync(this::startAgain);
        refused.acquire();
        ending.close();

        assertThat(next.get(60, TimeUnit.SECONDS)).isInstanceOf(SingleInstance.Start.First.class);
        ((SingleInstance.Start.First) next.get()).instance().close();
    }

    @Test
    void runningOneWhoseSocketIsDeadIsToldAsSilentAndKeepsItsPlace() throws Exception {
        SingleInstance deaf = first();
        deaf.hangUp();
        assertThat(SingleInstance.start(profile(), "link", received::add, Duration.ZERO))
                .isEqualTo(new SingleInstance.Start.NoAnswer());
        deaf.close();
        assertThat(received).isEmpty();
    }

    /** The system still lets callers in while the process is stopped: nobody ever reads what they say. */
    @Test
    void stuckOneIsToldAsSilent() throws Exception {
        Files.createDirectories(profile());
        try (FileChannel place = FileChannel.open(
                        profile().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                ServerSocketChannel stuck = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            assertThat(place.tryLock()).isNotNull();
            stuck.bind(UnixDomainSocketAddress.of(profile().resolve("socket")));
            assertThat(SingleInstance.start(profile(), "link", received::add, Duration.ZERO))
                    .isEqualTo(new SingleInstance.Start.NoAnswer());
        }
    }

    /** Its user was told that the link was not handed over, and may have paid another way. */
    @Test
    void linkOfAStartThatGaveUpIsNotTakenWhenTheStoppedOneGoesOn() throws Exception {
        Process stopped = process("hold");
        try {
            await().atMost(60, TimeUnit.SECONDS).until(() -> SingleInstance.listens(profile()));
            signal("STOP", stopped);
            assertThat(SingleInstance.start(profile(), "given-up", received::add, Duration.ZERO))
                    .isEqualTo(new SingleInstance.Start.NoAnswer());
            signal("CONT", stopped);
            assertThat(SingleInstance.start(profile(), "later", received::add))
                    .isEqualTo(new SingleInstance.Start.HandedOver());
            await().atMost(60, TimeUnit.SECONDS)
                    .untilAsserted(
                            () -> assertThat(folder.resolve("log")).content().contains("took later"));
            assertThat(folder.resolve("log")).content().doesNotContain("given-up");
        } finally {
            stopped.destroyForcibly().waitFor();
        }
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void runningOneThatDoesNotTakeTheLinkIsToldAsSilent() throws Exception {
        SingleInstance busy =
                ((SingleInstance.Start.First) SingleInstance.start(profile(), "", message -> false)).instance();
        try (busy) {
            assertThat(SingleInstance.start(profile(), "link", received::add, Duration.ZERO))
                    .isEqualTo(new SingleInstance.Start.NoAnswer());
        }
    }

    @Test
    void startOutOfSightSaysNothingToTheRunningOne() throws Exception {
        try (SingleInstance ignored = first()) {
            assertThat(SingleInstance.startOutOfSight(profile(), received::add))
                    .isEqualTo(new SingleInstance.Start.LeftAlone());
        }
        assertThat(received).isEmpty();
        assertThat(SingleInstance.startOutOfSight(profile(), received::add))
                .isInstanceOfSatisfying(SingleInstance.Start.First.class, SingleInstanceIT::close);
    }

    private SingleInstance.Start startAgain() {
        try {
            return SingleInstance.start(profile(), "again", received::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(SingleInstance.Start.First start) {
        try {
            start.instance().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void folderAndSocketAreTheOwnersAlone() throws Exception {
        try (SingleInstance ignored = first()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(profile().resolve("socket"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void folderWithALongPathStillGetsASocket() throws Exception {
        Path deep = folder.resolve("d".repeat(60)).resolve("e".repeat(60));
        SingleInstance first = ((SingleInstance.Start.First) SingleInstance.start(deep, "", received::add)).instance();
        try (first) {
            SingleInstance.start(deep, "link", received::add);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(received).containsExactly("link"));
        }
    }

    @Test
    void oversizeMessageIsNotTaken() throws Exception {
        try (SingleInstance ignored = first()) {
            assertThat(call(SingleInstance.MAX_MESSAGE_BYTES + 1)).isNegative();
            SingleInstance.start(profile(), "next", received::add);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(received).containsExactly("next"));
        }
    }

    private int call(int claimedLength) throws IOException {
        try (SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(profile().resolve("socket")))) {
            channel.write(ByteBuffer.allocate(2).putShort((short) claimedLength).flip());
            return channel.read(ByteBuffer.allocate(1));
        }
    }

    private SingleInstance first() throws IOException {
        return ((SingleInstance.Start.First) SingleInstance.start(profile(), "", received::add)).instance();
    }

    private Path profile() {
        return folder.resolve("p");
    }

    private Process process(String message) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartInProcess.class.getName(),
                        profile().toString(),
                        message)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** A start in a process of its own; with the message {@code hold} it stays until it is killed. */
    static final class StartInProcess {

        private StartInProcess() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws Exception {
            SingleInstance.Start start = SingleInstance.start(Path.of(args[0]), args[1], message -> {
                System.out.println("took " + message);
                return true;
            });
            System.out.write(start.toString().getBytes(UTF_8));
            if (start instanceof SingleInstance.Start.First) {
                Thread.currentThread().join();
            }
        }
    }
}
