/** A cable made of two queues, for tests and for a phone in the same process. */
@NullMarked
package io.tetherkey.protocol.transport.memory;

import org.jspecify.annotations.NullMarked;
