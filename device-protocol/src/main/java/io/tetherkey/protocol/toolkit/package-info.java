/** The one reach into JavaFX's own parts: what its public interface does not offer and the app can do without. */
@NullMarked
package io.tetherkey.protocol.toolkit;

import org.jspecify.annotations.NullMarked;
