/** The virtual phone as a USB device that any Linux computer attaches over USB/IP. */
@NullMarked
package io.tetherkey.protocol.phone.virtual.usbip;

import org.jspecify.annotations.NullMarked;
