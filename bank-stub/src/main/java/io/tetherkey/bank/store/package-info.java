/** The database: connection pool, migrations and one store for each duty. The bank's only importer of Jdbi, Flyway and HikariCP. */
@NullMarked
package io.tetherkey.bank.store;

import org.jspecify.annotations.NullMarked;
