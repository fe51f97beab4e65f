/** The virtual phone's end of a pseudo-terminal, which a PC opens as a serial line. Linux only. */
@NullMarked
package io.tetherkey.protocol.phone.virtual.pty;

import org.jspecify.annotations.NullMarked;
