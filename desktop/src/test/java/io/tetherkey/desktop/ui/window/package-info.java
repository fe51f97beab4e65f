@NullMarked
package io.tetherkey.desktop.ui.window;

import org.jspecify.annotations.NullMarked;
