@NullMarked
package io.tetherkey.desktop.handoff;

import org.jspecify.annotations.NullMarked;
