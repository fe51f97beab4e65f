@NullMarked
package io.tetherkey.bank.server;

import org.jspecify.annotations.NullMarked;
