package io.tetherkey.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTemplateTest {

    @Test
    void folderIsDeletedThoughItsFilesVanishMeanwhile(@TempDir Path place) throws Exception {
        for (int round = 0; round < 100; round++) {
            Path folder = Files.createDirectories(place.resolve("profile/" + round));
            for (int file = 0; file < 40; file++) {
                Files.createFile(folder.resolve("database-" + file));
            }
            var closing = new FutureTask<Void>(() -> {
                for (int file = 0; file < 40; file++) {
                    Files.deleteIfExists(folder.resolve("database-" + file));
                }
                return null;
            });
            Thread.ofPlatform().start(closing);
            DemoTemplate.delete(folder);
            closing.get();
            assertThat(folder).doesNotExist();
        }
    }
}
