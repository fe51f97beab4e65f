@NullMarked
package io.tetherkey.desktop.ui.fault;

import org.jspecify.annotations.NullMarked;
