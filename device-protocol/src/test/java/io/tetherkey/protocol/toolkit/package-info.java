@NullMarked
package io.tetherkey.protocol.toolkit;

import org.jspecify.annotations.NullMarked;
