@NullMarked
package io.tetherkey.desktop.diagnosis;

import org.jspecify.annotations.NullMarked;
