@NullMarked
package io.tetherkey.protocol.phone.chip;

import org.jspecify.annotations.NullMarked;
