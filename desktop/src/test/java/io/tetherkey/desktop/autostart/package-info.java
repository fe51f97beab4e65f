@NullMarked
package io.tetherkey.desktop.autostart;

import org.jspecify.annotations.NullMarked;
