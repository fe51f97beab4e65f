/** Password hashes. The only importer of Argon2. */
@NullMarked
package io.tetherkey.bank.password;

import org.jspecify.annotations.NullMarked;
