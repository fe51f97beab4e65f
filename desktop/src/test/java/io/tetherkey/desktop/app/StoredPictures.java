package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.app.Gallery.Painted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pictures that were looked at and found right, as one line of text each: the name, then its grid. */
record StoredPictures(Map<String, LuminanceGrid> grids) {

    /** Beside the tests' other resources, where {@code -Dtetherkey.pictures=write} puts new ones. */
    static final Path FILE = Path.of("src/test/resources/io/tetherkey/desktop/app/pictures.txt");

    StoredPictures {
        grids = Map.copyOf(grids);
    }

    /** Reads the file; there are none where there is no file. */
    static StoredPictures read(Path file) throws IOException {
        Map<String, LuminanceGrid> grids = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.<String>of()) {
            int space = line.indexOf(' ');
            grids.put(line.substring(0, space), LuminanceGrid.decode(line.substring(space + 1)));
        }
        return new StoredPictures(grids);
    }

    static StoredPictures of(List<Painted> painted) {
        return new StoredPictures(painted.stream().collect(Collectors.toMap(Painted::name, Painted::grid)));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                new TreeMap<>(grids)
                        .entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + " " + entry.getValue().encoded())
                                .toList(),
                UTF_8);
    }

    Set<String> names() {
        return grids.keySet();
    }

    Optional<LuminanceGrid> of(String name) {
        return Optional.ofNullable(grids.get(name));
    }
}
