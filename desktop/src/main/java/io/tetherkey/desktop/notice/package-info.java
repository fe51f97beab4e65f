/** What the system shows beside the window: notices and an icon in the tray, for somebody who looks elsewhere. */
@NullMarked
package io.tetherkey.desktop.notice;

import org.jspecify.annotations.NullMarked;
