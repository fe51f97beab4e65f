/** The HTTP client of the banks; calls only addresses from the signed directory. */
@NullMarked
package io.tetherkey.desktop.bank;

import org.jspecify.annotations.NullMarked;
