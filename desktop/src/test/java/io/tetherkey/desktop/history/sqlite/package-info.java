@NullMarked
package io.tetherkey.desktop.history.sqlite;

import org.jspecify.annotations.NullMarked;
