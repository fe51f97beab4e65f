package io.tetherkey.protocol.transport;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when device files come and go, where the kernel makes one for each device and tells of it (Linux). One daemon
 * thread waits for the kernel and costs nothing until then.
 */
public final class DeviceNodes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceNodes.class);
    private static final Path DEV = Path.of("/dev");
    private static final Path USB = DEV.resolve("bus/usb");

    private final WatchService service;
    private final List<Path> folders;
    private final Predicate<Path> wanted;
    private final Runnable changed;

    private DeviceNodes(WatchService service, List<Path> folders, Predicate<Path> wanted, Runnable changed) {
        this.service = service;
        this.folders = folders;
        this.wanted = wanted;
        this.changed = changed;
    }

    /** Tells of serial ports; empty where changes are not told of, so that somebody has to look. */
    public static Optional<DeviceNodes> ofSerialPorts(Runnable changed) {
        return onLinux()
                ? watch(List.of(DEV), node -> node.getFileName().toString().startsWith("tty"), changed)
                : Optional.empty();
    }

    /** Tells of devices on USB; empty as above. */
    public static Optional<DeviceNodes> ofUsb(Runnable changed) {
        return onLinux()
                ? watch(List.of(DEV, USB.getParent(), USB), node -> node.startsWith(USB), changed)
                : Optional.empty();
    }

    private static boolean onLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    /**
     * Watches folders and the folders in the last of them; those that come later are watched from then on.
     *
     * @param folders from the outermost, which must be there, to the innermost
     * @param wanted which files are told of
     * @param changed called on the watching thread
     */
    static Optional<DeviceNodes> watch(List<Path> folders, Predicate<Path> wanted, Runnable changed) {
        try {
            WatchService service = folders.getFirst().getFileSystem().newWatchService();
            DeviceNodes nodes = new DeviceNodes(service, folders, wanted, changed);
            if (nodes.register()) {
                Thread.ofPlatform().daemon().name("device-nodes").start(nodes::run);
                return Optional.of(nodes);
            }
            service.close();
        } catch (IOException e) {
            LOG.debug("Device files are not watched", e);
        }
        return Optional.empty();
    }

    /** Registers what is there; what is registered already stays so. */
    private boolean register() throws IOException {
        for (Path folder : folders) {
            registerIfThere(folder);
        }
        Path innermost = folders.getLast();
        if (folders.size() > 1 && Files.isDirectory(innermost)) {
            try (Stream<Path> buses = Files.list(innermost)) {
                for (Path bus : buses.toList()) {
                    registerIfThere(bus);
                }
            }
        }
        return Files.isDirectory(folders.getFirst());
    }

    /** A folder goes with its hub at any moment, also between two looks at it. */
    private void registerIfThere(Path folder) throws IOException {
        try {
            if (Files.isDirectory(folder)) {
                folder.register(service, ENTRY_CREATE, ENTRY_DELETE);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.debug("A folder of device files is gone again", e);
        }
    }

    /** What is watched already goes on being watched if a further folder cannot be. */
    private void registerMore() {
        try {
            register();
        } catch (IOException | UncheckedIOException e) {
            LOG.info("Not all folders of device files can be watched", e);
        }
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                boolean told = false;
                boolean folder = false;
                for (WatchEvent<?> event : key.pollEvents()) {
                    Path node = event.context() instanceof Path name ? ((Path) key.watchable()).resolve(name) : DEV;
                    told |= event.kind() == OVERFLOW || wanted.test(node);
                    folder |= event.kind() != ENTRY_DELETE && folders.size() > 1 && Files.isDirectory(node);
                }
                if (folder) {
                    registerMore();
                }
                if (told || folder) {
                    changed.run();
                }
                key.reset();
            }
        } catch (ClosedWatchServiceException _) {
            LOG.debug("Device files are no longer watched");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("Closing the watch of device files failed", e);
        }
    }
}
