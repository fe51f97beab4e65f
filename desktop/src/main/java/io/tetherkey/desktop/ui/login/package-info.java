/** The login form. */
@NullMarked
package io.tetherkey.desktop.ui.login;

import org.jspecify.annotations.NullMarked;
