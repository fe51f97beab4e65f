@NullMarked
package io.tetherkey.bank.store;

import org.jspecify.annotations.NullMarked;
