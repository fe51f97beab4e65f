package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
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

/** The signed directory of banks in a profile folder; one older than the newest that this phone read is refused. */
final class ProfileDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileDirectory.class);

    private final Path profile;
    private final Clock clock;
    private long newest;

    ProfileDirectory(Path profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    /** @throws PhoneFailure DIRECTORY_INVALID */
    synchronized Directory read() throws PhoneFailure {
        try {
            Directory directory = SignedDirectory.verify(
                    Files.readAllBytes(profile.resolve("directory.cbor")),
                    Files.readAllBytes(profile.resolve("directory-root.der")),
                    clock.instant(),
                    newest);
            newest = directory.version();
            return directory;
        } catch (IOException e) {
            throw new PhoneFailure(Fault.DIRECTORY_INVALID, "no directory of banks in " + profile, e);
        } catch (TrustException e) {
            throw new PhoneFailure(e.fault(), e);
        }
    }

    /** Where the directory, as it is now, says that a bank is. */
    Optional<BankEntry> lookUp(String bankId) {
        try {
            return read().bank(bankId);
        } catch (PhoneFailure e) {
            LOG.info("the directory cannot be read again: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
