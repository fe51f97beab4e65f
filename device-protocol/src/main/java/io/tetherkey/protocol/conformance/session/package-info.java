/** The SESS cases: Offers, sealed messages and what a session does with each. */
@NullMarked
package io.tetherkey.protocol.conformance.session;

import org.jspecify.annotations.NullMarked;
