@NullMarked
package io.tetherkey.desktop.ui.phones;

import org.jspecify.annotations.NullMarked;
