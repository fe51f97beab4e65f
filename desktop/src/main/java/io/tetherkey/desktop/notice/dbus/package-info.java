/** Notices and the tray over D-Bus, as Linux desktops have them; the only importer of its library. */
@NullMarked
package io.tetherkey.desktop.notice.dbus;

import org.jspecify.annotations.NullMarked;
