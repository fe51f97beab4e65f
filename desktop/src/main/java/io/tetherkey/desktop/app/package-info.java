/** The composition root: wires every part by constructor and starts the window. */
@NullMarked
package io.tetherkey.desktop.app;

import org.jspecify.annotations.NullMarked;
