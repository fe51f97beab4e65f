/** The payment flow: a pure state machine, and the executor that carries its sealed bytes. */
@NullMarked
package io.tetherkey.desktop.relay;

import org.jspecify.annotations.NullMarked;
