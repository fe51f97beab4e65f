/** The two ends of the link as pure state machines (PROTOCOL.md, Link). */
@NullMarked
package io.tetherkey.protocol.link;

import org.jspecify.annotations.NullMarked;
