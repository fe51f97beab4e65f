package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.settings.Drawing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeStartTest {

    private final String order = System.getProperty("prism.order", "");

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        System.setProperty("prism.order", order);
    }

    private SafeStart start() {
        System.setProperty("prism.order", "es2");
        SafeStart start = SafeStart.read(folder.resolve("desktop/first-frame"));
        start.chooseRenderer();
        start.awaitFrame();
        return start;
    }

    private static String renderer() {
        return System.getProperty("prism.order");
    }

    @Test
    void startThatPaintsLeavesNothingBehind() {
        SafeStart first = start();
        assertThat(folder.resolve("desktop/first-frame")).exists();
        first.painted();
        assertThat(folder.resolve("desktop/first-frame")).doesNotExist();
        assertThat(start().drawing()).isEqualTo(Drawing.AS_USUAL);
        assertThat(renderer()).isEqualTo("es2");
    }

    @Test
    void startAfterOneThatPaintedNothingDrawsWithoutTheGraphicsCardAndStaysSo() {
        start();
        SafeStart second = start();
        assertThat(second.drawing()).isEqualTo(Drawing.SAFE);
        assertThat(renderer()).isEqualTo("sw");
        second.painted();
        SafeStart third = start();
        assertThat(third.drawing()).isEqualTo(Drawing.SAFE);
        assertThat(renderer()).isEqualTo("sw");
    }

    @Test
    void graphicsCardIsTriedAgainWhenTheUserAsks() {
        start();
        start().forget();
        assertThat(start().drawing()).isEqualTo(Drawing.AS_USUAL);
        assertThat(renderer()).isEqualTo("es2");
    }

    @Test
    void fileThatCannotBeReadIsNoReasonNotToStart() throws Exception {
        Files.createDirectories(folder.resolve("desktop/first-frame/folder-in-the-way"));
        SafeStart start = start();
        start.painted();
        assertThat(start.drawing()).isEqualTo(Drawing.AS_USUAL);
    }
}
