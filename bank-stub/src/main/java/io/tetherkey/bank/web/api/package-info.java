/** The bank's HTTP interface for the app (DESIGN §6). */
@NullMarked
package io.tetherkey.bank.web.api;

import org.jspecify.annotations.NullMarked;
