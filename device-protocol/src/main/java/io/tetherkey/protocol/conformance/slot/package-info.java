/** The SLOT cases: the board of banks, attempts, void slots and records. */
@NullMarked
package io.tetherkey.protocol.conformance.slot;

import org.jspecify.annotations.NullMarked;
