package io.tetherkey.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published pages are what the catalogue says; {@code -Dtetherkey.errors=write} writes them afresh first. */
class ErrorPagesTest {

    @Test
    void pagesAreWhatTheCatalogueSays() throws Exception {
        Map<String, String> made = ErrorPages.all();
        if ("write".equals(System.getProperty("tetherkey.errors"))) {
            for (var page : made.entrySet()) {
                Files.writeString(Path.of(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
            }
        }
        for (var page : made.entrySet()) {
            assertThat(Files.readString(Path.of(page.getKey()), StandardCharsets.UTF_8))
                    .as(page.getKey() + " is up to date")
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void everyCodeHasItsRow() {
        for (String page : ErrorPages.all().values()) {
            assertThat(page.lines().filter(line -> line.startsWith("| TK-")).map(line -> line.substring(2, 8)))
                    .containsExactly(java.util.Arrays.stream(Fault.values())
                            .map(Fault::code)
                            .toArray(String[]::new));
            assertThat(page.lines().filter(line -> line.startsWith("| TK-")))
                    .allMatch(line -> line.chars().filter(c -> c == '|').count() == 7);
        }
    }

    @Test
    void readmeLinksToThem() throws Exception {
        assertThat(Files.readString(Path.of("README.md"), StandardCharsets.UTF_8))
                .contains("(ERRORS.md)");
    }
}
