@NullMarked
package io.tetherkey.desktop.ui.support;

import org.jspecify.annotations.NullMarked;
