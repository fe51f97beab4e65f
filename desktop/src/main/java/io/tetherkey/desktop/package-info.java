@NullMarked
package io.tetherkey.desktop;

import org.jspecify.annotations.NullMarked;
