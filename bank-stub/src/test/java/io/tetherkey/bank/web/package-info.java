@NullMarked
package io.tetherkey.bank.web;

import org.jspecify.annotations.NullMarked;
