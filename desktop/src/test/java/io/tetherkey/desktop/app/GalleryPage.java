package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.app.Gallery.Painted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that shows all pictures: by state, language, looks and size, side by side, the different ones marked. */
final class GalleryPage {

    private static final Pattern NAME = Pattern.compile("(?<state>.+)-(?<language>en|zh)-(?<theme>.+)-(?<scale>\\d+)");
    private static final Pattern PHONE =
            Pattern.compile("(?<state>.+)-(?<language>en|zh)-(?<theme>[A-Z]+)(-(?<scale>\\d+))?\\.png");

    /** Where the virtual phone's own test paints, seen from this module. */
    private static final Path PHONE_FOLDER = Path.of("..", "device-protocol", "target", "screenshots", "phone");

    private GalleryPage() {}

    /** Writes {@code index.html} beside the pictures. */
    static void write(Path folder, List<Painted> pictures) throws IOException {
        List<String> lines = new ArrayList<>();
        pictures.stream().sorted(Comparator.comparing(Painted::name)).forEach(painted -> lines.add(line(painted)));
        lines.addAll(phone(folder));
        Files.writeString(folder.resolve("index.html"), page().replace("/*PICTURES*/", String.join(",\n", lines)));
    }

    private static String line(Painted painted) {
        Matcher name = NAME.matcher(painted.name());
        if (!name.matches()) {
            throw new IllegalArgumentException(painted.name());
        }
        return json(
                painted.name() + ".png",
                name.group("state"),
                name.group("language"),
                name.group("theme"),
                name.group("scale"),
                painted.verdict().name().toLowerCase(Locale.ROOT));
    }

    /** The phone's window, where its test has run; those pictures are not compared. */
    private static List<String> phone(Path folder) throws IOException {
        if (!Files.isDirectory(PHONE_FOLDER)) {
            return List.of();
        }
        String there = folder.toAbsolutePath()
                .relativize(PHONE_FOLDER.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        try (Stream<Path> files = Files.list(PHONE_FOLDER)) {
            return files.map(file -> PHONE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .sorted(Comparator.comparing(Matcher::group))
                    .map(name -> json(
                            there + "/" + name.group(),
                            "phone-" + name.group("state"),
                            name.group("language"),
                            name.group("theme").toLowerCase(Locale.ROOT),
                            Objects.requireNonNullElse(name.group("scale"), "100"),
                            "same"))
                    .toList();
        }
    }

    private static String json(String file, String state, String language, String theme, String scale, String verdict) {
        return "{file:'%s',state:'%s',language:'%s',theme:'%s',size:'%s',verdict:'%s'}"
                .formatted(file, state, language, theme, scale, verdict);
    }

    private static String page() throws IOException {
        try (InputStream in = Objects.requireNonNull(GalleryPage.class.getResourceAsStream("gallery.html"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
