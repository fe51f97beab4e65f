@NullMarked
package io.tetherkey.protocol.phone.flash;

import org.jspecify.annotations.NullMarked;
