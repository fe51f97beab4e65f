/** The hand-over of a start link to the window that is already open. */
@NullMarked
package io.tetherkey.desktop.handoff;

import org.jspecify.annotations.NullMarked;
