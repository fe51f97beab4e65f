/** The order and the choice of bank. */
@NullMarked
package io.tetherkey.desktop.ui.payment;

import org.jspecify.annotations.NullMarked;
