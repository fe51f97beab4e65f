@NullMarked
package io.tetherkey.desktop.history;

import org.jspecify.annotations.NullMarked;
