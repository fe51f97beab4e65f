/** The conformance kit: numbered cases that any phone must pass (PROTOCOL.md, "Conformance"). */
@NullMarked
package io.tetherkey.protocol.conformance;

import org.jspecify.annotations.NullMarked;
