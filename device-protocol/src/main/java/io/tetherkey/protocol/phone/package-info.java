@NullMarked
package io.tetherkey.protocol.phone;

import org.jspecify.annotations.NullMarked;
