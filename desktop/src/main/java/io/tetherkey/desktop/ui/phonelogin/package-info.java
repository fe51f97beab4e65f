/** A login to a bank's page with the phone. */
@NullMarked
package io.tetherkey.desktop.ui.phonelogin;

import org.jspecify.annotations.NullMarked;
