/** What a program on the PC calls: finding a phone, keeping it, and asking it things. */
@NullMarked
package io.tetherkey.protocol.host;

import org.jspecify.annotations.NullMarked;
