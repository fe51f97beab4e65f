package io.tetherkey.bank.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A new folder that goes with all that is in it when it is closed. */
public record TempFolder(Path path) implements AutoCloseable {

    public static TempFolder create() throws IOException {
        return new TempFolder(Files.createTempDirectory("tetherkey-bank"));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (var all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
