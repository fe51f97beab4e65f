@NullMarked
package io.tetherkey.desktop.toolkit;

import org.jspecify.annotations.NullMarked;
