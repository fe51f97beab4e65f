/** The page that says why no phone can be used. */
@NullMarked
package io.tetherkey.desktop.ui.diagnosis;

import org.jspecify.annotations.NullMarked;
