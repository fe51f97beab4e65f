/** The bank as the conformance kit plays it, with the keys of a profile. */
@NullMarked
package io.tetherkey.protocol.conformance.bank;

import org.jspecify.annotations.NullMarked;
