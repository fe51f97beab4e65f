/** Saving a file where the user chooses. */
@NullMarked
package io.tetherkey.desktop.ui.save;

import org.jspecify.annotations.NullMarked;
