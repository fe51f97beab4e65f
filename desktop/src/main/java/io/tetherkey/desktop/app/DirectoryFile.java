package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.SignedDirectory;
import io.tetherkey.protocol.trust.TrustException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the signed directory of a profile and refuses one that is older than the newest that was seen. */
final class DirectoryFile {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFile.class);

    private DirectoryFile() {}

    /** What became of reading it. */
    sealed interface Reading {

        record Good(Directory directory) implements Reading {}

        record Bad(Fault why) implements Reading {}
    }

    static Reading read(Profile profile, Clock clock) {
        try {
            long seen = seen(profile.directoryVersion());
            Directory directory = SignedDirectory.verify(
                    Files.readAllBytes(profile.directory()),
                    Files.readAllBytes(profile.directoryRoot()),
                    clock.instant(),
                    seen);
            if (directory.version() > seen) {
                AtomicFile.write(
                        profile.directoryVersion(),
                        Long.toString(directory.version()).getBytes(US_ASCII));
            }
            return new Reading.Good(directory);
        } catch (TrustException e) {
            LOG.warn("the directory is not good", e);
            return new Reading.Bad(e.fault());
        } catch (IOException e) {
            LOG.info("the directory cannot be read: {}", e.toString());
            return new Reading.Bad(Fault.DIRECTORY_INVALID);
        }
    }

    /** The directory as it came, for the phone, which checks it by itself; empty if it cannot be read. */
    static byte[] signed(Profile profile) {
        try {
            return Files.readAllBytes(profile.directory());
        } catch (IOException e) {
            LOG.info("the directory cannot be read: {}", e.toString());
            return new byte[0];
        }
    }

    private static long seen(Path file) {
        return Optional.of(file)
                .filter(Files::exists)
                .map(DirectoryFile::number)
                .orElse(0L);
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file, US_ASCII).strip());
        } catch (IOException | NumberFormatException e) {
            LOG.warn("the newest directory version is not readable", e);
            return 0L;
        }
    }
}
