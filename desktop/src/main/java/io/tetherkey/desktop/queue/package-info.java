/** What waits until the flow in progress is over. */
@NullMarked
package io.tetherkey.desktop.queue;

import org.jspecify.annotations.NullMarked;
