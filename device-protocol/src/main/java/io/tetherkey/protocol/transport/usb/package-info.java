/** The cable as USB bulk transfers through libusb; the only package that imports usb4java. */
@NullMarked
package io.tetherkey.protocol.transport.usb;

import org.jspecify.annotations.NullMarked;
