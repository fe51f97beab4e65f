/** The append-only, hash-chained log of what was sent, received and decided. */
@NullMarked
package io.tetherkey.bank.evidence;

import org.jspecify.annotations.NullMarked;
