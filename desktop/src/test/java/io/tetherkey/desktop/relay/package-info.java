@NullMarked
package io.tetherkey.desktop.relay;

import org.jspecify.annotations.NullMarked;
