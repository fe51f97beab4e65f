@NullMarked
package io.tetherkey.protocol;

import org.jspecify.annotations.NullMarked;
