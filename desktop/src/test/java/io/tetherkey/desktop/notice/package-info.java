@NullMarked
package io.tetherkey.desktop.notice;

import org.jspecify.annotations.NullMarked;
