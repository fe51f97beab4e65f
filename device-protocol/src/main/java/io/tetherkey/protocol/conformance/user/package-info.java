/** The USER cases: trust, locking, what is asked and shown, and what is cancelled. */
@NullMarked
package io.tetherkey.protocol.conformance.user;

import org.jspecify.annotations.NullMarked;
