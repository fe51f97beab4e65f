@NullMarked
package io.tetherkey.desktop.ui.computers;

import org.jspecify.annotations.NullMarked;
