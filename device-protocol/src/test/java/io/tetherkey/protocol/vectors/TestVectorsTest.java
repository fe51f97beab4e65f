package io.tetherkey.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published files are what the code makes; {@code -Dtetherkey.vectors=write} writes them afresh first. */
class TestVectorsTest {
    private static final Path FOLDER = Path.of("src/main/resources/test-vectors");

    @Test
    void storedFilesAreWhatTheCodeMakes() throws Exception {
        Map<String, String> made = VectorFiles.all();
        if ("write".equals(System.getProperty("tetherkey.vectors"))) {
            write(made);
        }
        Map<String, String> stored = stored();
        assertThat(stored.keySet()).containsExactlyInAnyOrderElementsOf(made.keySet());
        made.forEach((name, text) -> assertThat(stored.get(name).equals(text))
                .as(name + " is up to date")
                .isTrue());
    }

    @Test
    void everyFileIsOnTheClassPath() throws Exception {
        for (String name : VectorFiles.all().keySet()) {
            try (InputStream in = TestVectorsTest.class.getResourceAsStream("/test-vectors/" + name)) {
                assertThat(in).as(name).isNotNull();
            }
        }
    }

    @Test
    void everySectionThatIsNamedIsOneOfTheDocument() throws Exception {
        List<String> headings = Files.readAllLines(Path.of("PROTOCOL.md"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .toList();
        var named = Pattern.compile("\"section\": \"([^\"]+)\"");
        for (String text : stored().values()) {
            assertThat(headings)
                    .containsAll(named.matcher(text)
                            .results()
                            .map(match -> match.group(1))
                            .distinct()
                            .toList());
        }
    }

    private static Map<String, String> stored() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.list(FOLDER)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void write(Map<String, String> files) throws Exception {
        Files.createDirectories(FOLDER);
        try (var old = Files.list(FOLDER)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (var file : files.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }
}
