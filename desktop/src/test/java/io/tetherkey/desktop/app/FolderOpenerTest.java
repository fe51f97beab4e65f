package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderOpenerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Linux,xdg-open", "Mac OS X,open", "Windows 11,explorer.exe"})
    void pathIsOneArgumentOfTheSystemsProgram(String system, String program) {
        Path odd = folder.resolve("a b; rm -rf $HOME");
        assertThat(new FolderOpener(system).command(odd)).containsExactly(program, odd.toString());
    }

    @Test
    void folderThatIsNotThereIsToldAsFailed() {
        var failed = new AtomicBoolean();
        new FolderOpener("Linux").open(folder.resolve("none"), () -> failed.set(true));
        await().atMost(Duration.ofSeconds(60)).until(failed::get);
    }
}
