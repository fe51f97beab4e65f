/** The page that helps when something does not work: ladder, messages, self-test, report, and where files are. */
@NullMarked
package io.tetherkey.desktop.ui.support;

import org.jspecify.annotations.NullMarked;
