/** The demo shop: its catalogue, its signed orders, and the receipts that banks send it. */
@NullMarked
package io.tetherkey.bank.shop;

import org.jspecify.annotations.NullMarked;
