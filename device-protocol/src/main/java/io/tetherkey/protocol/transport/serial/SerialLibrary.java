package io.tetherkey.protocol.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads jSerialComm's native library once, from a folder that nobody else can write to.
 *
 * <p>Left to itself jSerialComm unpacks it into {@code jSerialComm} in the system's temporary folder, writable by all,
 * and loads what it finds there: any other user of the computer could leave a library for us. So it is given a private
 * folder as temporary folder while it loads. That folder must also lie where programs may be run.
 */
final class SerialLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SerialLibrary.class);
    private static final String TEMPORARY_FOLDER = "java.io.tmpdir";
    private static final String NO_FOLDER =
            "No folder of this user allows programs to run, so the serial library cannot "
                    + "be unpacked; remount %s without noexec, or set -Djava.io.tmpdir to another folder.";

    private static boolean tried;
    private static @Nullable TransportException refusal;

    private SerialLibrary() {}

    /** @throws TransportException with {@link TransportFault#NO_LIBRARY}, each time anew, if it cannot be loaded */
    static synchronized void load() throws TransportException {
        if (!tried) {
            tried = true;
            refusal = tryToLoad();
        }
        if (refusal != null) {
            throw new TransportException(refusal.fault(), String.valueOf(refusal.getMessage()), refusal);
        }
    }

    private static @Nullable TransportException tryToLoad() {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return new TransportException(
                    TransportFault.NO_LIBRARY, NO_FOLDER.formatted(System.getProperty(TEMPORARY_FOLDER)));
        }
        String usual = System.getProperty(TEMPORARY_FOLDER);
        System.setProperty(TEMPORARY_FOLDER, folder.get().toString());
        try {
            SerialPort.getVersion();
            return null;
        } catch (LinkageError e) {
            return new TransportException(
                    TransportFault.NO_LIBRARY, "The serial library does not run on this computer.", e);
        } finally {
            System.setProperty(TEMPORARY_FOLDER, usual);
            remove(folder.get());
        }
    }

    private static Optional<Path> folder() {
        Optional<Path> temporary = create(() -> Files.createTempDirectory("tetherkey-serial-"));
        if (temporary.isPresent()) {
            return temporary;
        }
        Path home = Path.of(System.getProperty("user.home", "/"), ".cache");
        return create(() -> Files.createTempDirectory(Files.createDirectories(home), "tetherkey-serial-"));
    }

    private interface Creation {
        Path create() throws IOException;
    }

    private static Optional<Path> create(Creation creation) {
        try {
            Path folder = creation.create();
            if (allowsPrograms(folder)) {
                return Optional.of(folder);
            }
            remove(folder);
        } catch (IOException e) {
            LOG.debug("No folder for the serial library here", e);
        }
        return Optional.empty();
    }

    /** On a file system that runs no programs no file counts as executable. */
    private static boolean allowsPrograms(Path folder) throws IOException {
        Path probe = folder.resolve("probe");
        Files.createFile(probe);
        if (Files.getFileStore(probe).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("rwx------"));
        }
        boolean allows = Files.isExecutable(probe);
        Files.delete(probe);
        return allows;
    }

    /** A library that is loaded is no longer needed as a file; Windows keeps it, and it goes when the program ends. */
    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        } catch (IOException e) {
            LOG.debug("A folder stays behind: {}", folder, e);
        }
    }
}
