package io.tetherkey.desktop.phone;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.file.PrivateFolder;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in one file of the profile on which phones TetherKey did not answer: a salt in the first line, below it a
 * salted hash for each, the newest last, so that the file names no phone. A file that cannot be read or written costs
 * only the memory. Safe for any thread.
 */
public final class SilentPhonesFile implements SilentPhones {

    private static final Logger LOG = LoggerFactory.getLogger(SilentPhonesFile.class);
    private static final int MOST = 64;
    private static final int SALT_BYTES = 16;

    private final Path file;
    private final String salt;
    private final List<String> hashes = new ArrayList<>();

    /** @param file need not be there; it is written when the first phone is remembered */
    public SilentPhonesFile(Path file) {
        this.file = file;
        List<String> lines = lines(file);
        this.salt = lines.isEmpty() ? drawn() : lines.getFirst();
        lines.stream().skip(1).forEach(hashes::add);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
        } catch (IOException e) {
            LOG.warn("which phones did not answer cannot be read", e);
            return List.of();
        }
    }

    private static String drawn() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    @Override
    public synchronized boolean contains(String identity) {
        return hashes.contains(hash(identity));
    }

    @Override
    public synchronized void add(String identity) {
        String hash = hash(identity);
        if (!hashes.contains(hash)) {
            hashes.add(hash);
            if (hashes.size() > MOST) {
                hashes.removeFirst();
            }
            write();
        }
    }

    @Override
    public synchronized void remove(String identity) {
        if (hashes.remove(hash(identity))) {
            write();
        }
    }

    private String hash(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((salt + " " + identity).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void write() {
        List<String> lines = new ArrayList<>(hashes);
        lines.addFirst(salt);
        try {
            PrivateFolder.create(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            AtomicFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.warn("which phones did not answer cannot be kept", e);
        }
    }
}
