package io.tetherkey.desktop.ui.save;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user where to save a file. */
@FunctionalInterface
public interface SavePlace {

    /** @return empty if the user gave it up */
    Optional<Path> ask(String suggestedName);
}
