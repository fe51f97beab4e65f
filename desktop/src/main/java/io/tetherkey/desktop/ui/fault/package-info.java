/** The one form in which everything that went wrong is shown. */
@NullMarked
package io.tetherkey.desktop.ui.fault;

import org.jspecify.annotations.NullMarked;
