/** The typeface that TetherKey brings along for Chinese; for windows and documents, never for the portable packages. */
@NullMarked
package io.tetherkey.protocol.typeface;

import org.jspecify.annotations.NullMarked;
