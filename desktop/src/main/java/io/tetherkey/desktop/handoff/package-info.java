/** Start links from a page, and the hand-over of a link to the window that is already open. */
@NullMarked
package io.tetherkey.desktop.handoff;

import org.jspecify.annotations.NullMarked;
