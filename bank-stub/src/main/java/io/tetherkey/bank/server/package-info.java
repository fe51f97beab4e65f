/** The composition root: the listening sockets, the demo profile and the {@code bank} command. */
@NullMarked
package io.tetherkey.bank.server;

import org.jspecify.annotations.NullMarked;
