@NullMarked
package io.tetherkey.desktop.support;

import org.jspecify.annotations.NullMarked;
