@NullMarked
package io.tetherkey.protocol.typeface;

import org.jspecify.annotations.NullMarked;
