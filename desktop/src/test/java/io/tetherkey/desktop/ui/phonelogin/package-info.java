@NullMarked
package io.tetherkey.desktop.ui.phonelogin;

import org.jspecify.annotations.NullMarked;
