@NullMarked
package io.tetherkey.desktop.ui.diagnosis;

import org.jspecify.annotations.NullMarked;
