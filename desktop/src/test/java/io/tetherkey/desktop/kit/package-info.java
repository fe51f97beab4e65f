/** The kit that tests of the window are written with: a bank with a shop, a phone in hand, and the window itself. */
@NullMarked
package io.tetherkey.desktop.kit;

import org.jspecify.annotations.NullMarked;
