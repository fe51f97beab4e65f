/** What the desktop knows of the phone: plugged, trusted, locked, and the board of banks in its flash. */
@NullMarked
package io.tetherkey.desktop.phone;

import org.jspecify.annotations.NullMarked;
