/** Customers and the certificates of their chips: issue, activate, revoke. */
@NullMarked
package io.tetherkey.bank.enrolment;

import org.jspecify.annotations.NullMarked;
