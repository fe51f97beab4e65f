/** The two ends of a sealed session as pure state machines: the bank end and the chip end. */
@NullMarked
package io.tetherkey.protocol.session;

import org.jspecify.annotations.NullMarked;
