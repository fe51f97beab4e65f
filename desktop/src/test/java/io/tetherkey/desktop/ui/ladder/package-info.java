@NullMarked
package io.tetherkey.desktop.ui.ladder;

import org.jspecify.annotations.NullMarked;
