/** What the two roads carry: link commands between PC and phone, sealed-session messages between bank and chip. */
@NullMarked
package io.tetherkey.protocol.message;

import org.jspecify.annotations.NullMarked;
