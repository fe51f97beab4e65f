/** Logins to the banks' pages with the phone: tickets, web sessions, completion codes. */
@NullMarked
package io.tetherkey.bank.login;

import org.jspecify.annotations.NullMarked;
