package io.tetherkey.desktop.app;

import io.tetherkey.desktop.ui.support.FilesViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a folder with the system's own program. No shell reads the path, and java.awt.Desktop, which would load a second
 * toolkit, is not used.
 */
final class FolderOpener implements FilesViewModel.Opener {

    private static final Logger LOG = LoggerFactory.getLogger(FolderOpener.class);
    private static final int PATIENCE_SECONDS = 10;

    private final String systemName;

    /** @param systemName as {@code os.name} says it */
    FolderOpener(String systemName) {
        this.systemName = systemName;
    }

    @Override
    public void open(Path folder, Runnable failed) {
        Thread.ofVirtual().name("open-folder").start(() -> {
            if (!shown(folder)) {
                failed.run();
            }
        });
    }

    /** The program and its one argument. */
    List<String> command(Path folder) {
        String program = "xdg-open";
        if (systemName.startsWith("Windows")) {
            program = "explorer.exe";
        } else if (systemName.startsWith("Mac")) {
            program = "open";
        }
        return List.of(program, folder.toAbsolutePath().toString());
    }

    private boolean shown(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
            Process program = new ProcessBuilder(command(folder))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return !ended || program.exitValue() == 0 || systemName.startsWith("Windows");
        } catch (IOException e) {
            LOG.info("there is no program to show folders", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
