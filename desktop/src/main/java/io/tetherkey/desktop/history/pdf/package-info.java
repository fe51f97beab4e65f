/** Receipts as PDF; the only importer of PDFBox. */
@NullMarked
package io.tetherkey.desktop.history.pdf;

import org.jspecify.annotations.NullMarked;
