/** The LINK cases: frames, HELLO, fragments, exchanges, life and death of a link. */
@NullMarked
package io.tetherkey.protocol.conformance.link;

import org.jspecify.annotations.NullMarked;
