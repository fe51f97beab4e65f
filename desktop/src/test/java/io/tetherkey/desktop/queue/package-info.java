@NullMarked
package io.tetherkey.desktop.queue;

import org.jspecify.annotations.NullMarked;
