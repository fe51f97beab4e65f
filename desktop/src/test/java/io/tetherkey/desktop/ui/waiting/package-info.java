@NullMarked
package io.tetherkey.desktop.ui.waiting;

import org.jspecify.annotations.NullMarked;
