@NullMarked
package io.tetherkey.bank.ca;

import org.jspecify.annotations.NullMarked;
