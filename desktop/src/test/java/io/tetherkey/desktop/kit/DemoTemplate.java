package io.tetherkey.desktop.kit;

import io.tetherkey.bank.server.DemoProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One demo profile, made once in this process, or ahead where {@code tetherkey.demo} names it; a copy of it is as good as a
 * new one, and takes no time to make.
 */
final class DemoTemplate {
    private static final String MADE_AHEAD = "tetherkey.demo";

    private static final class Made {
        static final Path PROFILE = Optional.ofNullable(System.getProperty(MADE_AHEAD))
                .map(Path::of)
                .orElseGet(DemoTemplate::make);
    }

    private DemoTemplate() {}

    /**
     * Makes one ahead, for a machine on which that takes long.
     *
     * @param arguments a folder that is not there yet
     */
    public static void main(String[] arguments) throws IOException {
        make(Path.of(arguments[0]));
    }

    private static void make(Path profile) throws IOException {
        DemoProfile.open(profile, Clock.systemUTC(), new SecureRandom());
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("tetherkey-template");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Path profile = folder.resolve("profile");
            make(profile);
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies it to a folder that is not there yet. */
    static Path copyTo(Path profile) throws IOException {
        Path template = Made.PROFILE;
        try (Stream<Path> all = Files.walk(template)) {
            for (Path from : all.toList()) {
                Files.copy(from, profile.resolve(template.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return profile;
    }

    /**
     * Deletes a folder with all that is in it; what cannot be deleted is left to the system. A database that is being closed
     * may delete a file of its own meanwhile.
     */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes ignored) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                    if (why instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw why;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException why) throws IOException {
                    Files.deleteIfExists(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
