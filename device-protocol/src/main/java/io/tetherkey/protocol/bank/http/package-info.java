/** The banks' API over HTTPS; calls only addresses from the signed directory, and is the only importer of an HTTP client. */
@NullMarked
package io.tetherkey.protocol.bank.http;

import org.jspecify.annotations.NullMarked;
