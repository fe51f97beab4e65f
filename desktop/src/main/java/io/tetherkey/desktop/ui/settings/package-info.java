/** The page of settings. */
@NullMarked
package io.tetherkey.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
