package io.tetherkey.desktop.ui.support;

import java.nio.file.Path;

/**
 * A folder of the app that the user may want to look into.
 *
 * @param id how its texts are called
 */
public record KnownFolder(String id, Path path) {}
