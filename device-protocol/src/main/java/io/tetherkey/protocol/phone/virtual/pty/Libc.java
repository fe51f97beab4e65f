package io.tetherkey.protocol.phone.virtual.pty;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The calls of Linux's C library that a pseudo-terminal needs; each returns what C returns, -1 for an error. */
final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();

    private static final MethodHandle POSIX_OPENPT = find("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle GRANTPT = find("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle UNLOCKPT = find("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle PTSNAME_R =
            find("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle TCGETATTR = find("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle TCSETATTR =
            find("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CFMAKERAW = find("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle POLL =
            find("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ =
            find("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            find("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle OPEN = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private Libc() {}

    private static MethodHandle find(String name, FunctionDescriptor shape) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape);
    }

    private interface Call {
        Object call() throws Throwable;
    }

    /** The handles are typed by hand above, so a call that fails in Java is a defect. */
    @SuppressWarnings("unchecked")
    private static <T> T made(Call call) {
        try {
            return (T) call.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static int posixOpenpt(int flags) {
        return Libc.<Integer>made(() -> (int) POSIX_OPENPT.invokeExact(flags));
    }

    static int grantpt(int fd) {
        return Libc.<Integer>made(() -> (int) GRANTPT.invokeExact(fd));
    }

    static int unlockpt(int fd) {
        return Libc.<Integer>made(() -> (int) UNLOCKPT.invokeExact(fd));
    }

    static int ptsname(int fd, MemorySegment name) {
        return Libc.<Integer>made(() -> (int) PTSNAME_R.invokeExact(fd, name, name.byteSize()));
    }

    static int tcgetattr(int fd, MemorySegment termios) {
        return Libc.<Integer>made(() -> (int) TCGETATTR.invokeExact(fd, termios));
    }

    static int tcsetattr(int fd, int when, MemorySegment termios) {
        return Libc.<Integer>made(() -> (int) TCSETATTR.invokeExact(fd, when, termios));
    }

    static void cfmakeraw(MemorySegment termios) {
        made(() -> {
            CFMAKERAW.invokeExact(termios);
            return termios;
        });
    }

    static int poll(MemorySegment pollfds, long count, int millis) {
        return Libc.<Integer>made(() -> (int) POLL.invokeExact(pollfds, count, millis));
    }

    static long read(int fd, MemorySegment buffer, long count) {
        return Libc.<Long>made(() -> (long) READ.invokeExact(fd, buffer, count));
    }

    static long write(int fd, MemorySegment buffer, long count) {
        return Libc.<Long>made(() -> (long) WRITE.invokeExact(fd, buffer, count));
    }

    static int open(MemorySegment path, int flags) {
        return Libc.<Integer>made(() -> (int) OPEN.invokeExact(path, flags));
    }

    static int close(int fd) {
        return Libc.<Integer>made(() -> (int) CLOSE.invokeExact(fd));
    }
}
