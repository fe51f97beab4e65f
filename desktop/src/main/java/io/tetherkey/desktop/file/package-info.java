/** Files that only this user can read and that are never half written. */
@NullMarked
package io.tetherkey.desktop.file;

import org.jspecify.annotations.NullMarked;
