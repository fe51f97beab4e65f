/** A payment step by step, with every message in hand: what the SESS, SLOT and USER cases are made of. */
@NullMarked
package io.tetherkey.protocol.conformance.talk;

import org.jspecify.annotations.NullMarked;
