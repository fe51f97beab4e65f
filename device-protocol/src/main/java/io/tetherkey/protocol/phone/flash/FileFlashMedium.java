package io.tetherkey.protocol.phone.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A flash medium in one file. A replacement is written beside it, forced to disk and renamed over it. */
public final class FileFlashMedium implements FlashMedium {
    /** A flash file is at most 32 MiB; more is refused before it is read. */
    static final long MAX_SIZE = 32L << 20;

    private final Path file;

    public FileFlashMedium(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public Optional<byte[]> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_SIZE) {
            throw new FlashException("the flash file is larger than " + MAX_SIZE + " bytes");
        }
        return Optional.of(Files.readAllBytes(file));
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            writeAll(channel, bytes);
        }
    }

    @Override
    public void replace(byte[] bytes) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new FlashException("the flash file has no folder");
        }
        Files.createDirectories(folder);
        Path next = folder.resolve(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        createPrivate(next);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            writeAll(channel, bytes);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    private static void createPrivate(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
    }

    /** Makes the rename itself durable; systems that cannot open a folder (Windows) need no such step. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException folderCannotBeOpened) {
            return;
        }
    }
}
