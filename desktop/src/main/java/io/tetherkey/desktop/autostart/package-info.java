/** Starting with the user's session: the system's own place for it, written and read as it is. */
@NullMarked
package io.tetherkey.desktop.autostart;

import org.jspecify.annotations.NullMarked;
