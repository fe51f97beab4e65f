/** The banks' own pages, where customers see and revoke their phones' certificates and ask for activation codes. */
@NullMarked
package io.tetherkey.bank.web.online;

import org.jspecify.annotations.NullMarked;
