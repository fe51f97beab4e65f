@NullMarked
package io.tetherkey.bank.shop;

import org.jspecify.annotations.NullMarked;
