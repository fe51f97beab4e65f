/** The ENC cases: the strict profile and the layout of commands. */
@NullMarked
package io.tetherkey.protocol.conformance.encoding;

import org.jspecify.annotations.NullMarked;
