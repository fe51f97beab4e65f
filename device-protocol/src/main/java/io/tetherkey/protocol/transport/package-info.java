/** Bytes between PC and phone: what a cable does, and nothing about what it carries. */
@NullMarked
package io.tetherkey.protocol.transport;

import org.jspecify.annotations.NullMarked;
