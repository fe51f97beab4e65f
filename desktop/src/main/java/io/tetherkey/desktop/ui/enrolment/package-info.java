/** Sets up, renews and removes banks on the phone. */
@NullMarked
package io.tetherkey.desktop.ui.enrolment;

import org.jspecify.annotations.NullMarked;
