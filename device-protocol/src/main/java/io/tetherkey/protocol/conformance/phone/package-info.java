/** The PC's end of the cable as the conformance kit plays it: every byte in hand, one thread, nothing done by itself. */
@NullMarked
package io.tetherkey.protocol.conformance.phone;

import org.jspecify.annotations.NullMarked;
