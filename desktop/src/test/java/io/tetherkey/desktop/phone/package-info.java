@NullMarked
package io.tetherkey.desktop.phone;

import org.jspecify.annotations.NullMarked;
