package io.tetherkey.desktop.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.file.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Finds a place for the socket whose path fits: the system takes at most 107 bytes (Unix: sun_path). */
final class SocketPlace {

    private static final int MAX_PATH_BYTES = 100;

    private SocketPlace() {}

    /** {@code folder/socket}, or for a long folder a private folder of the user's that is derived from its name. */
    static Path under(Path folder) throws IOException {
        Path near = folder.toAbsolutePath().resolve("socket");
        if (near.toString().getBytes(UTF_8).length <= MAX_PATH_BYTES) {
            return near;
        }
        String name = UUID.nameUUIDFromBytes(folder.toRealPath().toString().getBytes(UTF_8))
                .toString();
        Path runtime = Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .map(Path::of)
                .map(dir -> dir.resolve("tetherkey"))
                .orElseGet(() ->
                        Path.of(System.getProperty("java.io.tmpdir"), "tetherkey-" + System.getProperty("user.name")));
        PrivateFolder.create(runtime);
        return runtime.resolve(name);
    }
}
