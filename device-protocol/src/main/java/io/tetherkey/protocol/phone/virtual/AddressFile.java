package io.tetherkey.protocol.phone.virtual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that tells other programs where the phone listens, for as long as it does. */
record AddressFile(Path file, String text) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AddressFile.class);

    /** Writes the file in one piece, so that a reader never sees half an address. */
    static AddressFile write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new AddressFile(file, text);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The phone's address file stays behind", e);
        }
    }
}
