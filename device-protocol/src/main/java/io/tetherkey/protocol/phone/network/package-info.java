/** A payment over the phone's own network: the same messages without a computer in between. */
@NullMarked
package io.tetherkey.protocol.phone.network;

import org.jspecify.annotations.NullMarked;
