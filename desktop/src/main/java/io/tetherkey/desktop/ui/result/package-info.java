/** How the payment ended. */
@NullMarked
package io.tetherkey.desktop.ui.result;

import org.jspecify.annotations.NullMarked;
