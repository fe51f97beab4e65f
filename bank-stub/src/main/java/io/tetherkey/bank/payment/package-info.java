/** Orders, the settlement of a payment and what the shop is told of it. */
@NullMarked
package io.tetherkey.bank.payment;

import org.jspecify.annotations.NullMarked;
