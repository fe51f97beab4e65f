@NullMarked
package io.tetherkey.protocol.phone.virtual.pty;

import org.jspecify.annotations.NullMarked;
