/** The choice among several phones that are plugged in. */
@NullMarked
package io.tetherkey.desktop.ui.phones;

import org.jspecify.annotations.NullMarked;
