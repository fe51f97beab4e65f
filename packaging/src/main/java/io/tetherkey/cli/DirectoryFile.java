package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.SignedDirectory;
import io.tetherkey.protocol.trust.TrustException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads the signed directory of a profile folder. */
final class DirectoryFile {
    private DirectoryFile() {}

    static Directory read(Path profile) throws CommandFailure {
        try {
            return SignedDirectory.verify(
                    Files.readAllBytes(profile.resolve("directory.cbor")),
                    Files.readAllBytes(profile.resolve("directory-root.der")),
                    Instant.now(),
                    0);
        } catch (IOException e) {
            throw new CommandFailure(
                    Fault.DIRECTORY_INVALID, "The profile folder " + profile + " holds no directory of banks.", e);
        } catch (TrustException e) {
            throw new CommandFailure(e.fault(), "The directory of banks in " + profile + " does not hold.", e);
        }
    }
}
