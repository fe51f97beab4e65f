package io.tetherkey.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what no log may hold (DESIGN §4 rule 7) in all that a run has written down. */
final class LogLeaks {
    /** Nobody is ever told these. */
    private static final List<String> SECRETS = List.of(
            "alice",
            "harbour-demo",
            DemoIT.WRONG_PASSWORD,
            "135790",
            DemoIT.WRONG_KEY,
            "LOTUS-0001",
            "HARBOUR-0001",
            "tetherkey://",
            "?order=");

    /** As long as a signed order, whatever stands around it. */
    private static final Pattern LONG_BASE64 = Pattern.compile("[A-Za-z0-9_=-]{120,}");

    /** The steps that the demo prints for the person may name these. */
    private static final List<String> SHOWN = List.of("Lotus", "荷塘茶舍");

    /** What the demos of the test pay. */
    private static final List<String> AMOUNTS = List.of("128.00", "19.90");

    /** The time at the beginning of a log line; 19.90 seconds past a minute is not an amount. */
    private static final Pattern TIME = Pattern.compile("^\\d{2}:\\d{2}:\\d{2}\\.\\d{3} ", Pattern.MULTILINE);

    private LogLeaks() {}

    /** Each marker with the place where it was found: log files of the profile, and the run's own output. */
    static List<String> in(Path profile, String out, String err) throws IOException {
        List<String> leaks = new ArrayList<>();
        List<String> keys = KeyMarkers.of(profile);
        find("standard output", out, keys, leaks);
        find("standard error", err, keys, leaks);
        for (Path log : logs(profile)) {
            String text =
                    TIME.matcher(Files.readString(log, StandardCharsets.UTF_8)).replaceAll("");
            find(log.getFileName().toString(), text, SECRETS, leaks);
            find(log.getFileName().toString(), text, keys, leaks);
            find(log.getFileName().toString(), text, SHOWN, leaks);
            find(log.getFileName().toString(), text, AMOUNTS, leaks);
        }
        find("standard output", out, SECRETS, leaks);
        find("standard error", err, SECRETS, leaks);
        find("standard error", err, SHOWN, leaks);
        return leaks;
    }

    private static void find(String place, String text, List<String> markers, List<String> leaks) {
        text.lines()
                .flatMap(line ->
                        markers.stream().filter(line::contains).map(marker -> place + " has " + marker + ": " + line))
                .forEach(leaks::add);
        text.lines()
                .filter(line -> LONG_BASE64.matcher(line).find())
                .map(line -> place + " may have an order: " + line)
                .forEach(leaks::add);
    }

    /** The log of each part; a run that started has one of each. */
    static List<Path> logs(Path profile) throws IOException {
        try (Stream<Path> all = Files.walk(profile)) {
            return all.filter(file -> file.toString().endsWith(".log")).sorted().toList();
        }
    }
}
