package io.tetherkey.desktop.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.file.PrivateFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the app to one window: the first start owns a Unix domain socket in a folder of the user's own, and each later
 * start hands its link over that socket and ends.
 *
 * <p>Who is first is decided by a file lock, which the system frees when its owner dies; so a socket file left by a
 * killed app is recognised as stale and replaced. The folder is 0700 and the socket 0600. One virtual thread accepts, one
 * more serves each caller. A message is a two-byte big-endian length (at most {@value #MAX_MESSAGE_BYTES}) and UTF-8
 * text; the answer is one byte, for which the caller waits: one who left has handed nothing over.
 */
public final class SingleInstance implements AutoCloseable {

    /** Longest message that is taken from another start, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    /** Longer than an instance takes to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CALLERS_AT_ONCE = 8;
    private static final byte TAKEN = 'K';

    private final FileChannel lockFile;
    private final ServerSocketChannel server;
    private final Path socket;
    private final Predicate<String> receiver;
    private final Semaphore callers = new Semaphore(CALLERS_AT_ONCE);

    private SingleInstance(FileChannel lockFile, ServerSocketChannel server, Path socket, Predicate<String> receiver) {
        this.lockFile = lockFile;
        this.server = server;
        this.socket = socket;
        this.receiver = receiver;
        Thread.ofVirtual().name("handoff-accept").start(this::accept);
    }

    /** The outcome of a start. */
    public sealed interface Start {

        /** This process is the one with the window; closing it gives the place up. */
        record First(SingleInstance instance) implements Start {}

        /** Another process has the window and took the message. */
        record HandedOver() implements Start {}

        /** Another process has the window; nothing was said to it. */
        record LeftAlone() implements Start {}

        /** Another process has the place, but took nothing; the message is still with the caller. */
        record NoAnswer() implements Start {}
    }

    /**
     * Becomes the one instance, or hands {@code message} to it. An instance that is on its way out takes nothing any
     * more; its place is waited for.
     *
     * @param folder made with 0700 if missing; holds the lock and, if its path is short enough, the socket
     * @param message the link, or the empty text when the window shall only come to front
     * @param receiver called on a virtual thread with each message of a later start; says whether it was taken
     * @return {@link Start.NoAnswer} if the running instance neither takes the message nor ends for 10 s
     * @throws IOException if the folder cannot be used
     */
    public static Start start(Path folder, String message, Predicate<String> receiver) throws IOException {
        return start(folder, message, receiver, PATIENCE);
    }

    /** As above, with another time after which the running instance is given up. */
    static Start start(Path folder, String message, Predicate<String> receiver, Duration patience) throws IOException {
        if (message.getBytes(UTF_8).length > MAX_MESSAGE_BYTES) {
            throw new IOException("the link is too long to hand over");
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<SingleInstance> first = first(folder, receiver);
            if (first.isPresent()) {
                return new Start.First(first.get());
            }
            Path socket = SocketPlace.under(folder);
            try {
                handOver(socket, message);
                return new Start.HandedOver();
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    LOG.warn("the running app took nothing", e);
                    return new Start.NoAnswer();
                }
                pause();
            }
        }
    }

    /** Becomes the one instance, or leaves the running one as it is, in sight or not. */
    public static Start startOutOfSight(Path folder, Predicate<String> receiver) throws IOException {
        return first(folder, receiver).<Start>map(Start.First::new).orElseGet(Start.LeftAlone::new);
    }

    /** The one instance, if this process is the first. */
    private static Optional<SingleInstance> first(Path folder, Predicate<String> receiver) throws IOException {
        PrivateFolder.create(folder);
        Path socket = SocketPlace.under(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!holds(lockFile)) {
            lockFile.close();
            return Optional.empty();
        }
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            restrict(socket);
        } catch (IOException e) {
            server.close();
            lockFile.close();
            throw e;
        }
        return Optional.of(new SingleInstance(lockFile, server, socket, receiver));
    }

    /** Whether an instance of this folder takes links at present; sends it nothing. */
    public static boolean listens(Path folder) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(SocketPlace.under(folder)))) {
            return channel.isConnected();
        } catch (IOException e) {
            LOG.debug("nobody takes links", e);
            return false;
        }
    }

    private static boolean holds(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void restrict(Path socket) throws IOException {
        if (PrivateFolder.posix(socket)) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void handOver(Path socket, String message) throws IOException {
        byte[] text = message.getBytes(UTF_8);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            closeLater(channel);
            ByteBuffer out = ByteBuffer.allocate(2 + text.length)
                    .putShort((short) text.length)
                    .put(text)
                    .flip();
            while (out.hasRemaining()) {
                channel.write(out);
            }
            ByteBuffer answer = ByteBuffer.allocate(1);
            if (channel.read(answer) != 1 || answer.get(0) != TAKEN) {
                throw new IOException("the running window did not take the link");
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel caller = server.accept();
                if (callers.tryAcquire()) {
                    Thread.ofVirtual().name("handoff-caller").start(() -> serve(caller));
                } else {
                    caller.close();
                }
            } catch (IOException e) {
                if (server.isOpen()) {
                    LOG.warn("hand-over socket failed", e);
                }
                return;
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller) {
            closeLater(caller);
            int length = Short.toUnsignedInt(read(caller, 2).getShort(0));
            if (length > MAX_MESSAGE_BYTES) {
                LOG.warn("a hand-over of {} bytes was refused", length);
                return;
            }
            String message = UTF_8.decode(read(caller, length)).toString();
            if (waits(caller) && receiver.test(message)) {
                caller.write(ByteBuffer.wrap(new byte[] {TAKEN}));
            }
        } catch (IOException e) {
            LOG.debug("a caller left before its message was whole", e);
        } finally {
            callers.release();
        }
    }

    /**
     * A process that was stopped meets callers who gave up long ago. They have told their user that nothing was handed
     * over, so nothing is taken from them.
     */
    private static boolean waits(SocketChannel caller) throws IOException {
        caller.configureBlocking(false);
        int more = caller.read(ByteBuffer.allocate(1));
        caller.configureBlocking(true);
        return more == 0;
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("end of message");
            }
        }
        return buffer.flip();
    }

    private static void closeLater(SocketChannel channel) {
        Executor later = CompletableFuture.delayedExecutor(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("closing a late caller failed", e);
            }
        });
    }

    /** Takes no more messages; who starts from now on waits until this instance is closed. */
    public void hangUp() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }

    @Override
    public void close() throws IOException {
        hangUp();
        lockFile.close();
    }
}
