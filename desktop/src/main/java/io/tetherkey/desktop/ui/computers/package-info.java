/** The computers that the phone trusts. */
@NullMarked
package io.tetherkey.desktop.ui.computers;

import org.jspecify.annotations.NullMarked;
