/** The board of banks as the phone's flash holds it. */
@NullMarked
package io.tetherkey.desktop.ui.bankboard;

import org.jspecify.annotations.NullMarked;
