package io.tetherkey.protocol.phone.virtual.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The symbolic link by which a PC finds the present pseudo-terminal.
 *
 * @param link absolute
 */
record PtyLink(Path link) {
    private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");

    /**
     * Lets the link lead to the pseudo-terminal.
     *
     * @throws IOException if anything but a link that an ended phone left behind is in its place
     */
    void leadTo(Path slave) throws IOException {
        if (isLeftBehind()) {
            Files.delete(link);
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(link + " exists and is not a link that an ended phone left behind");
        }
        Files.createSymbolicLink(link, slave);
    }

    /** Removes the link if it still leads there. */
    void remove(Path slave) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(slave)) {
            Files.delete(link);
        }
    }

    private boolean isLeftBehind() throws IOException {
        if (!Files.isSymbolicLink(link)) {
            return false;
        }
        Path target = Files.readSymbolicLink(link);
        return target.startsWith(PSEUDO_TERMINALS) && !Files.exists(target);
    }
}
