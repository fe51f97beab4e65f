@NullMarked
package io.tetherkey.desktop.ui.enrolment;

import org.jspecify.annotations.NullMarked;
