/** Whole flows of the window, as a person goes through them. */
@NullMarked
package io.tetherkey.desktop.flows;

import org.jspecify.annotations.NullMarked;
