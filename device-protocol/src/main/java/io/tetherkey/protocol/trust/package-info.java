/** Signed documents that stand outside a session: the directory of banks, merchant orders, exported receipts. */
@NullMarked
package io.tetherkey.protocol.trust;

import org.jspecify.annotations.NullMarked;
