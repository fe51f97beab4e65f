/** The window that looks and behaves like a phone; the only importer of JavaFX in this module. */
@NullMarked
package io.tetherkey.protocol.phone.virtual.window;

import org.jspecify.annotations.NullMarked;
