/** Leads the user by picture and one sentence, from the cable to the first bank. */
@NullMarked
package io.tetherkey.desktop.ui.guide;

import org.jspecify.annotations.NullMarked;
