package io.tetherkey.protocol.transport.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SerialLibraryIT {
    @TempDir
    private Path folder = Path.of("");

    private String firstLine(Path temporary, Path home) throws IOException {
        Process program = SerialProbe.start(List.of("-Djava.io.tmpdir=" + temporary, "-Duser.home=" + home));
        try (BufferedReader out = program.inputReader()) {
            return String.valueOf(out.readLine());
        } finally {
            program.destroy();
        }
    }

    @Test
    void folderThatCannotBeUsedIsAReasonAndNoCrash() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(firstLine(file, file))
                .startsWith("NO_LIBRARY No folder of this user allows programs to run")
                .contains("-Djava.io.tmpdir");
    }

    @Test
    void homeServesWhereTheTemporaryFolderCannot() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(firstLine(file, Files.createDirectory(folder.resolve("home"))))
                .startsWith("LISTED ");
    }

    /** Anyone may write to the shared temporary folder: what lies there ready must not be loaded or removed. */
    @Test
    void libraryThatSomeoneElseLeftIsNotTouched() throws Exception {
        Path planted = Files.createDirectories(folder.resolve("tmp/jSerialComm/2.11.4"));
        Path library = Files.writeString(planted.resolve("libjSerialComm.so"), "planted");
        Path strange = Files.writeString(folder.resolve("tmp/jSerialComm/strange"), "planted");

        assertThat(firstLine(folder.resolve("tmp"), Files.createDirectory(folder.resolve("home"))))
                .startsWith("LISTED ");
        assertThat(library).hasContent("planted");
        assertThat(strange).hasContent("planted");
    }
}
