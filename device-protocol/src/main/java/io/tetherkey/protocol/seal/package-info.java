/** Suites, key schedule, transcript and signatures; the only importer of Bouncy Castle in this module. */
@NullMarked
package io.tetherkey.protocol.seal;

import org.jspecify.annotations.NullMarked;
