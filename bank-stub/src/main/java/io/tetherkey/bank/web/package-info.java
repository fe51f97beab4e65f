/** What every HTTP answer of the bank has in common: problem details and limits. */
@NullMarked
package io.tetherkey.bank.web;

import org.jspecify.annotations.NullMarked;
