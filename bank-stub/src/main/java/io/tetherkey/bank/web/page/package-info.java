/** HTML pages: templates with strict escaping, two languages, one style sheet and one script. */
@NullMarked
package io.tetherkey.bank.web.page;

import org.jspecify.annotations.NullMarked;
