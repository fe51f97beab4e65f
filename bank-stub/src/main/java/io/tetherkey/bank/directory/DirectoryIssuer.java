package io.tetherkey.bank.directory;

import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.SignedDirectory;
import io.tetherkey.protocol.trust.TrustException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the directory file and writes it. The version is the second of issue or one more than the version before, so
 * that it grows whatever happens to the file.
 */
public final class DirectoryIssuer {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryIssuer.class);
    private static final Duration VALIDITY = Duration.ofDays(30);

    private final Signer signer;
    private final byte[] root;
    private final Clock clock;

    /** @param root the root that the app pins, DER */
    public DirectoryIssuer(Signer signer, byte[] root, Clock clock) {
        this.signer = signer;
        this.root = root.clone();
        this.clock = clock;
    }

    /** A demo directory of these banks, valid from now for 30 days. */
    public Directory directory(List<BankEntry> banks, byte[] merchantRoot, long version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Directory(version, now, now.plus(VALIDITY), true, banks, merchantRoot);
    }

    /** Writes a new version of the file; it appears whole or not at all. */
    public Directory publish(Path file, List<BankEntry> banks, byte[] merchantRoot) throws IOException {
        long before = current(file).map(Directory::version).orElse(0L);
        var issued = directory(
                banks, merchantRoot, Math.max(before + 1, clock.instant().getEpochSecond()));
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(temporary, SignedDirectory.sign(issued, signer));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return issued;
    }

    private Optional<Directory> current(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedDirectory.verify(Files.readAllBytes(file), root, clock.instant(), 0));
        } catch (TrustException e) {
            LOG.warn("directory before is not valid code={}", e.fault().code());
            return Optional.empty();
        }
    }
}
