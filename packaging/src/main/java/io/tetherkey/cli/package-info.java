@NullMarked
package io.tetherkey.cli;

import org.jspecify.annotations.NullMarked;
