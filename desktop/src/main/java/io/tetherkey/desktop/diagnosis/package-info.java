/** Why no phone can be used: what is plugged in, and the ladder from the cable to the bank. */
@NullMarked
package io.tetherkey.desktop.diagnosis;

import org.jspecify.annotations.NullMarked;
