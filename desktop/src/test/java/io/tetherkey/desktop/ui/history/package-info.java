@NullMarked
package io.tetherkey.desktop.ui.history;

import org.jspecify.annotations.NullMarked;
