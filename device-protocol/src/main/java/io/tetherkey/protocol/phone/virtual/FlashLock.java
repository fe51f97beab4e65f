package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.message.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second virtual phone away from a flash; the system lets go of it when the process ends, however it ends. */
record FlashLock(FileChannel channel) implements AutoCloseable {

    /**
     * Takes the lock of the flash file's folder, which is made if missing.
     *
     * @throws PhoneFailure PHONE_BUSY if another phone runs there
     */
    static FlashLock take(Path flashFile) throws IOException, PhoneFailure {
        Path file = flashFile.resolveSibling("lock");
        Files.createDirectories(flashFile.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            channel.close();
            throw new PhoneFailure(Fault.PHONE_BUSY, "another virtual phone runs on this profile; end it first");
        }
        return new FlashLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
