/** Phones with one fault each, for the kit to find. */
@NullMarked
package io.tetherkey.protocol.conformance.broken;

import org.jspecify.annotations.NullMarked;
