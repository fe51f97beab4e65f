/** The cable as a serial line: a USB CDC-ACM port, or any line whose path is given by hand. */
@NullMarked
package io.tetherkey.protocol.transport.serial;

import org.jspecify.annotations.NullMarked;
