@NullMarked
package io.tetherkey.protocol.phone.screen;

import org.jspecify.annotations.NullMarked;
