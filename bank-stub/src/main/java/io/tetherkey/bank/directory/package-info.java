/** The signed directory of banks. */
@NullMarked
package io.tetherkey.bank.directory;

import org.jspecify.annotations.NullMarked;
