/** What every feature of the window shares: texts, languages and the way on and off the UI thread. */
@NullMarked
package io.tetherkey.desktop.ui;

import org.jspecify.annotations.NullMarked;
