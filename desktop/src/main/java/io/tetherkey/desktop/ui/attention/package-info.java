/** What calls for somebody who does not look at the window. */
@NullMarked
package io.tetherkey.desktop.ui.attention;

import org.jspecify.annotations.NullMarked;
