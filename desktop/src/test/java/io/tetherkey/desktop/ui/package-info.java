@NullMarked
package io.tetherkey.desktop.ui;

import org.jspecify.annotations.NullMarked;
