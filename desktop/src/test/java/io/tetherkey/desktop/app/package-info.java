@NullMarked
package io.tetherkey.desktop.app;

import org.jspecify.annotations.NullMarked;
