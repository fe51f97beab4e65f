package io.tetherkey.desktop.app;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.file.PrivateFolder;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the desktop's files lie in a profile folder.
 *
 * @param root the profile folder
 */
public record Profile(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
    private static final int COMPUTER_ID_BYTES = 16;

    /** This user's own. */
    static Profile own() {
        return standard(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /** The folder that the system sets aside for an app's data of this user. */
    public static Profile standard(Map<String, String> environment, String systemName, Path home) {
        if (systemName.startsWith("Windows")) {
            return new Profile(folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("TetherKey"));
        }
        if (systemName.startsWith("Mac")) {
            return new Profile(home.resolve("Library/Application Support/TetherKey"));
        }
        return new Profile(folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                .resolve("tetherkey"));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(otherwise);
    }

    /** The desktop's own folder. */
    public Path desktop() {
        return root.resolve("desktop");
    }

    public Path receipts() {
        return root.resolve("receipts");
    }

    Path pending() {
        return desktop().resolve("pending.cbor");
    }

    /** One file for each receipt that must still be fetched from the phone. */
    Path dueReceipts() {
        return desktop().resolve("due");
    }

    /** Which phones are left alone, as TetherKey did not answer on them. */
    Path silentPhones() {
        return desktop().resolve("silent-phones");
    }

    Path settings() {
        return desktop().resolve("settings.properties");
    }

    /** Whether a start waits for its first frame, or an earlier one waited in vain. */
    Path firstFrame() {
        return desktop().resolve("first-frame");
    }

    Path history() {
        return desktop().resolve("history").resolve("history.db");
    }

    Path logs() {
        return desktop().resolve("log");
    }

    Path log() {
        return logs().resolve("desktop.log");
    }

    Path directory() {
        return root.resolve("directory.cbor");
    }

    Path directoryRoot() {
        return root.resolve("directory-root.der");
    }

    Path directoryVersion() {
        return desktop().resolve("directory-version");
    }

    /** The 16 bytes that this computer introduces itself with, drawn once. */
    byte[] computerId(RandomSource random) throws IOException {
        PrivateFolder.create(desktop());
        Path file = desktop().resolve("computer-id");
        if (Files.exists(file)) {
            byte[] id = Files.readAllBytes(file);
            if (id.length == COMPUTER_ID_BYTES) {
                return id;
            }
            LOG.warn("the computer id is damaged and is drawn anew");
        }
        byte[] id = random.bytes(COMPUTER_ID_BYTES);
        AtomicFile.write(file, id);
        return id;
    }

    /** Where the profile's virtual phone listens, if one is running. */
    List<PhoneAddress> phones() {
        Path file = root.resolve("phone").resolve("address");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return PhoneAddress.parse(Files.readString(file).strip())
                    .map(List::of)
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }
}
