package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.save.SavePlace;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** The system's own dialog for saving a file, over the window that {@code owner} is in. */
record SaveDialog(Node owner) implements SavePlace {

    @Override
    public Optional<Path> ask(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }
}
