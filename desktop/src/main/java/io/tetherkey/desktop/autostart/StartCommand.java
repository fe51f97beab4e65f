package io.tetherkey.desktop.autostart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What starts the app with nothing on the screen.
 *
 * @param words the program and its arguments, none of them quoted yet
 */
public record StartCommand(List<String> words) {

    /** The option that a start with the session gives. */
    public static final String HIDDEN = "--hidden";

    public StartCommand {
        words = List.copyOf(words);
    }

    /**
     * By the launcher that this run came from.
     *
     * @param property the system's properties
     * @param profile the profile folder, if it is not the user's own
     */
    public static Optional<StartCommand> ofThisRun(UnaryOperator<String> property, Optional<Path> profile) {
        return Optional.ofNullable(property.apply("jpackage.app-path"))
                .or(() -> Optional.ofNullable(property.apply("tetherkey.launcher")))
                .filter(launcher -> !launcher.isBlank())
                .map(launcher -> {
                    List<String> words = new ArrayList<>(List.of(launcher, "desktop", HIDDEN));
                    profile.ifPresent(folder -> words.addAll(List.of("--profile", folder.toString())));
                    return new StartCommand(words);
                });
    }
}
