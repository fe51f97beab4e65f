@NullMarked
package io.tetherkey.protocol.phone.virtual;

import org.jspecify.annotations.NullMarked;
