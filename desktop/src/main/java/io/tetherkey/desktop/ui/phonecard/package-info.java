/** The card that says how the phone is. */
@NullMarked
package io.tetherkey.desktop.ui.phonecard;

import org.jspecify.annotations.NullMarked;
