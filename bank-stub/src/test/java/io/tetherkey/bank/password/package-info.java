@NullMarked
package io.tetherkey.bank.password;

import org.jspecify.annotations.NullMarked;
