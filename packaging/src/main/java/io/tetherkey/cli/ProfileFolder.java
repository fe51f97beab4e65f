package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which the parts of one demo meet, readable by its owner only.
 *
 * @param temporary whether it was made for this demo alone
 */
record ProfileFolder(Path path, boolean temporary) {

    /** The named folder, made if missing, or else a new one in the system's folder for temporary files. */
    static ProfileFolder open(Optional<Path> named) throws CommandFailure {
        try {
            if (named.isEmpty()) {
                return new ProfileFolder(Files.createTempDirectory("tetherkey-demo-"), true);
            }
            Path path = named.get();
            if (!Files.exists(path)) {
                Files.createDirectories(path);
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return new ProfileFolder(path, false);
        } catch (IOException e) {
            throw new CommandFailure(Fault.PROFILE_UNUSABLE, "The profile folder cannot be made.", e);
        }
    }

    /** Where a part's output is kept. */
    Path log(Part part) throws CommandFailure {
        try {
            Path logs = Files.createDirectories(path.resolve("logs"));
            return logs.resolve(part.command() + ".log");
        } catch (IOException e) {
            throw new CommandFailure(Fault.PROFILE_UNUSABLE, "The profile folder cannot be written.", e);
        }
    }

    Path receipt(String orderId) {
        return path.resolve("receipts").resolve(orderId + ".tkreceipt");
    }

    /** Deletes the folder if it was made for this demo alone. */
    void forget() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(ProfileFolder::delete);
        } catch (IOException | UncheckedIOException e) {
            // It lies in the system's folder for temporary files, which the system clears.
            return;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
