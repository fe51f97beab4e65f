/** The cable as a TCP connection, on loopback or over USB tethering. */
@NullMarked
package io.tetherkey.protocol.transport.tcp;

import org.jspecify.annotations.NullMarked;
