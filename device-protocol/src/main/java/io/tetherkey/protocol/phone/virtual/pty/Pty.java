package io.tetherkey.protocol.phone.virtual.pty;

import io.tetherkey.protocol.transport.Line;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The master of one raw pseudo-terminal.
 *
 * <p>No thread ever waits in {@code read} itself: a master that is closed while another thread reads it never hangs up.
 * So each read polls first. Fit for one reader and one writer.
 */
final class Pty implements Line {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int NOW = 0;
    private static final int TERMIOS_ROOM = 256;
    private static final int NAME_ROOM = 128;
    private static final int BUFFER = 16_384;
    private static final int POLL_MILLIS = 20;
    private static final int POLLFD = 8;
    private static final int EVENTS = 4;
    private static final int REVENTS = 6;
    private static final short POLLIN = 0x01;
    private static final short POLLOUT = 0x04;
    private static final short POLLERR = 0x08;
    private static final short POLLHUP = 0x10;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment readPoll = arena.allocate(POLLFD, 4);
    private final MemorySegment writePoll = arena.allocate(POLLFD, 4);
    private final MemorySegment readBuffer = arena.allocate(BUFFER);
    private final MemorySegment writeBuffer = arena.allocate(BUFFER);
    private final int master;
    private final Path slave;

    private Pty(int master, Path slave) {
        this.master = master;
        this.slave = slave;
        readPoll.set(ValueLayout.JAVA_INT, 0, master);
        writePoll.set(ValueLayout.JAVA_INT, 0, master);
    }

    /** Makes a raw pseudo-terminal that nobody has opened yet. */
    static Pty open() throws IOException {
        int master = Libc.posixOpenpt(READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC);
        if (master < 0) {
            throw new IOException("the system gives no pseudo-terminal");
        }
        boolean done = false;
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment name = scratch.allocate(NAME_ROOM);
            if (Libc.grantpt(master) != 0 || Libc.unlockpt(master) != 0 || Libc.ptsname(master, name) != 0) {
                throw new IOException("the pseudo-terminal cannot be unlocked");
            }
            makeRaw(master, scratch);
            openOnce(name);
            done = true;
            return new Pty(master, Path.of(name.getString(0, StandardCharsets.UTF_8)));
        } finally {
            if (!done) {
                Libc.close(master);
            }
        }
    }

    /** Else the terminal would send back what the phone writes before a PC has set its end up. */
    private static void makeRaw(int master, Arena scratch) throws IOException {
        MemorySegment termios = scratch.allocate(TERMIOS_ROOM, 8);
        if (Libc.tcgetattr(master, termios) != 0) {
            throw new IOException("the pseudo-terminal cannot be set up");
        }
        Libc.cfmakeraw(termios);
        if (Libc.tcsetattr(master, NOW, termios) != 0) {
            throw new IOException("the pseudo-terminal cannot be made raw");
        }
    }

    /** A master counts as hung up only after its other end was opened and closed; then the next opening shows. */
    private static void openOnce(MemorySegment slave) throws IOException {
        int opened = Libc.open(slave, READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC);
        if (opened < 0 || Libc.close(opened) != 0) {
            throw new IOException("the pseudo-terminal cannot be opened");
        }
    }

    /** The file that a PC opens. */
    Path slave() {
        return slave;
    }

    /** Whether a PC has the other end open now; returns at once. */
    boolean isConnected() {
        return (poll(readPoll, POLLIN, 0) & POLLHUP) == 0;
    }

    @Override
    public int read(byte[] buffer) {
        int seen = poll(readPoll, POLLIN, POLL_MILLIS);
        if ((seen & POLLIN) != 0) {
            int count = (int) Libc.read(master, readBuffer, Math.min(BUFFER, buffer.length));
            if (count > 0) {
                MemorySegment.copy(readBuffer, ValueLayout.JAVA_BYTE, 0, buffer, 0, count);
            }
            return count == 0 ? -1 : count;
        }
        return (seen & (POLLHUP | POLLERR)) != 0 ? -1 : 0;
    }

    @Override
    public int write(byte[] bytes, int from) {
        int seen = poll(writePoll, POLLOUT, POLL_MILLIS);
        if ((seen & (POLLHUP | POLLERR)) != 0) {
            return -1;
        }
        if ((seen & POLLOUT) == 0) {
            return 0;
        }
        int count = Math.min(BUFFER, bytes.length - from);
        MemorySegment.copy(bytes, from, writeBuffer, ValueLayout.JAVA_BYTE, 0, count);
        return (int) Math.max(0, Libc.write(master, writeBuffer, count));
    }

    /** Writes never wait here. */
    @Override
    public void abortWrite() {}

    @Override
    public void close() {
        Libc.close(master);
        arena.close();
    }

    /** What the system reports of the master within the time. */
    private int poll(MemorySegment pollfd, short events, int millis) {
        pollfd.set(ValueLayout.JAVA_SHORT, EVENTS, events);
        pollfd.set(ValueLayout.JAVA_SHORT, REVENTS, (short) 0);
        return Libc.poll(pollfd, 1, millis) < 0 ? 0 : pollfd.get(ValueLayout.JAVA_SHORT, REVENTS);
    }
}
