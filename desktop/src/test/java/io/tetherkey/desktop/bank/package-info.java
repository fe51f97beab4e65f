@NullMarked
package io.tetherkey.desktop.bank;

import org.jspecify.annotations.NullMarked;
