/** The bar that shows what opens next. */
@NullMarked
package io.tetherkey.desktop.ui.waiting;

import org.jspecify.annotations.NullMarked;
