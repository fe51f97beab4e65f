/** Notices of the system beside the window: for somebody who looks elsewhere. */
@NullMarked
package io.tetherkey.desktop.notice;

import org.jspecify.annotations.NullMarked;
