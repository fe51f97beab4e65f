@NullMarked
package io.tetherkey.bank;

import org.jspecify.annotations.NullMarked;
