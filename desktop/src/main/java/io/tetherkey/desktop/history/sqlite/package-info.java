/** The history's SQLite file; the only importer of Jdbi and Flyway. */
@NullMarked
package io.tetherkey.desktop.history.sqlite;

import org.jspecify.annotations.NullMarked;
