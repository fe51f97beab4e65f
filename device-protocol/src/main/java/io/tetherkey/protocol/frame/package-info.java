/** COBS frames with CRC-32C, fragments and reassembly: bytes only (PROTOCOL.md, Frames). */
@NullMarked
package io.tetherkey.protocol.frame;

import org.jspecify.annotations.NullMarked;
