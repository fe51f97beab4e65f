/** Drives the bank's end of sealed sessions: check, persist, then send. */
@NullMarked
package io.tetherkey.bank.session;

import org.jspecify.annotations.NullMarked;
