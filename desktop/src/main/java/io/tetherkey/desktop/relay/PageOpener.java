package io.tetherkey.desktop.relay;

import java.net.URI;

/** Opens a page in the user's browser. */
@FunctionalInterface
public interface PageOpener {

    /** Returns at once; nothing happens where there is no browser. */
    void open(URI page);
}
