/** What helps when something does not work: the timeline of messages, the self-test and the redacted bundle. */
@NullMarked
package io.tetherkey.desktop.support;

import org.jspecify.annotations.NullMarked;
