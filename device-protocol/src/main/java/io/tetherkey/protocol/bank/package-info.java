/** What is said to a bank's API and what it answers, as records; who carries it is another matter. */
@NullMarked
package io.tetherkey.protocol.bank;

import org.jspecify.annotations.NullMarked;
