/** X.509: the demo certificate authorities, the certificates that they issue, and the files that keep their keys. The only importer of Bouncy Castle's PKIX classes. */
@NullMarked
package io.tetherkey.bank.ca;

import org.jspecify.annotations.NullMarked;
