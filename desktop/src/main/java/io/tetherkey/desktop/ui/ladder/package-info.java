/** The named steps of a payment and the one thing to do now. */
@NullMarked
package io.tetherkey.desktop.ui.ladder;

import org.jspecify.annotations.NullMarked;
