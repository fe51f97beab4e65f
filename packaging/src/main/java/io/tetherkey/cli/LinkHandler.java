package io.tetherkey.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code tetherkey:} links of the browser reach this demo's app while it runs: on Linux, and only if nothing else
 * has claimed them. Closing takes back exactly what was added.
 */
final class LinkHandler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkHandler.class);
    private static final String SCHEME = "x-scheme-handler/tetherkey";
    private static final String ENTRY = "tetherkey-demo.desktop";

    private final Optional<Path> entry;
    private final boolean opensLinks;
    private final Path choices;

    private LinkHandler(Optional<Path> entry, boolean opensLinks, Path choices) {
        this.entry = entry;
        this.opensLinks = opensLinks;
        this.choices = choices;
    }

    /** @param profile the profile folder of the app that is to take the links */
    static LinkHandler register(Path profile) {
        Path choices = folder("XDG_CONFIG_HOME", ".config").resolve("mimeapps.list");
        String launcher = System.getProperty("tetherkey.launcher", "");
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        if (!linux || launcher.isEmpty()) {
            return new LinkHandler(Optional.empty(), false, choices);
        }
        Optional<String> present = run(List.of("xdg-mime", "query", "default", SCHEME));
        if (present.isEmpty() || !present.get().isEmpty()) {
            return new LinkHandler(Optional.empty(), present.isPresent(), choices);
        }
        Path file =
                folder("XDG_DATA_HOME", ".local/share").resolve("applications").resolve(ENTRY);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, desktopEntry(launcher, profile));
        } catch (IOException e) {
            LOG.info("no handler for links was added", e);
            return new LinkHandler(Optional.empty(), false, choices);
        }
        boolean done = run(List.of("xdg-mime", "default", ENTRY, SCHEME)).isPresent();
        return new LinkHandler(Optional.of(file), done, choices);
    }

    boolean opensLinks() {
        return opensLinks;
    }

    static String desktopEntry(String launcher, Path profile) {
        return """
                [Desktop Entry]
                Type=Application
                Name=TetherKey (DEMO)
                Exec=%s --profile %s %%u
                NoDisplay=true
                MimeType=%s;
                """.formatted(quoted(launcher), quoted(profile.toString()), SCHEME);
    }

    /** Quotes a word of Exec as the Desktop Entry Specification 1.5 asks ("The Exec key"). */
    static String quoted(String word) {
        StringBuilder out = new StringBuilder("\"");
        word.chars().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\\\\\");
                case '"', '`', '$' -> out.append("\\\\").append((char) c);
                case '%' -> out.append("%%");
                default -> out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    /** The list of choices without the line that xdg-mime wrote for this demo. */
    static List<String> withoutDemo(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.strip().matches(SCHEME + "=" + ENTRY + ";?"))
                .toList();
    }

    @Override
    public void close() {
        if (entry.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(entry.get());
            if (Files.exists(choices)) {
                List<String> lines = Files.readAllLines(choices);
                List<String> kept = withoutDemo(lines);
                if (kept.size() < lines.size()) {
                    Files.write(choices, kept);
                }
            }
        } catch (IOException e) {
            LOG.warn("the handler for links could not be taken back", e);
        }
    }

    private static Path folder(String variable, String otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? Path.of(System.getProperty("user.home"), otherwise) : Path.of(value);
    }

    /** The output of a command, stripped; empty if it cannot be run or fails. */
    private static Optional<String> run(List<String> commandLine) {
        try {
            Process process = new ProcessBuilder(commandLine)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
