package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.app.SystemBrowser;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHandlerTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "/opt/tetherkey,\"/opt/tetherkey\"",
                "/a b/c,\"/a b/c\"",
                "a$b,\"a\\\\$b\"",
                "50%,\"50%%\"",
                "a\\b,\"a\\\\\\\\b\""
            })
    void wordOfExecIsQuoted(String word, String quoted) {
        assertThat(LinkHandler.quoted(word)).isEqualTo(quoted);
    }

    @Test
    void entryOpensTheProfileOfThisDemo() {
        assertThat(LinkHandler.desktopEntry("/opt/tk/tetherkey", Path.of("/tmp/demo 1")))
                .contains("Exec=\"/opt/tk/tetherkey\" --profile \"/tmp/demo 1\" %u\n")
                .contains("MimeType=x-scheme-handler/tetherkey;\n");
    }

    @Test
    void onlyTheDemosOwnLineIsTakenBack() {
        List<String> lines = List.of(
                "[Default Applications]",
                "text/html=firefox.desktop",
                "x-scheme-handler/tetherkey=tetherkey-demo.desktop",
                "x-scheme-handler/tetherkey=tetherkey.desktop");
        assertThat(LinkHandler.withoutDemo(lines))
                .containsExactly(
                        "[Default Applications]",
                        "text/html=firefox.desktop",
                        "x-scheme-handler/tetherkey=tetherkey.desktop");
    }

    @ParameterizedTest
    @CsvSource({"Linux,xdg-open", "Mac OS X,open", "Windows 11,rundll32"})
    void browserIsOpenedAsTheSystemDoes(String system, String program) {
        assertThat(SystemBrowser.commandLine(system, URI.create("http://localhost:1/shop")))
                .startsWith(program)
                .endsWith("http://localhost:1/shop");
    }
}
