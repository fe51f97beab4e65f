@NullMarked
package io.tetherkey.desktop.ui.attention;

import org.jspecify.annotations.NullMarked;
