@NullMarked
package io.tetherkey.bank.web.page;

import org.jspecify.annotations.NullMarked;
