@NullMarked
package io.tetherkey.desktop.ui.guide;

import org.jspecify.annotations.NullMarked;
