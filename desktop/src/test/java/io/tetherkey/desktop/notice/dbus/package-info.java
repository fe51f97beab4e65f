@NullMarked
package io.tetherkey.desktop.notice.dbus;

import org.jspecify.annotations.NullMarked;
