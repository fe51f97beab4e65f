/** Start links from a page: their strict form, and nothing of what they say. */
@NullMarked
package io.tetherkey.protocol.startlink;

import org.jspecify.annotations.NullMarked;
