/** Strict deterministic CBOR (RFC 8949 section 4.2, narrowed): bytes in, values out, and nothing else. */
@NullMarked
package io.tetherkey.protocol.cbor;

import org.jspecify.annotations.NullMarked;
