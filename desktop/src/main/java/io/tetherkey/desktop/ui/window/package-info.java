/** The one window that holds the features together. */
@NullMarked
package io.tetherkey.desktop.ui.window;

import org.jspecify.annotations.NullMarked;
