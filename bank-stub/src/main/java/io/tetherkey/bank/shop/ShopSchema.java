package io.tetherkey.bank.shop;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the shop's own table up to date. It has a history of its own, so that bank and shop migrate apart. */
public final class ShopSchema {
    private ShopSchema() {}

    public static void migrate(DataSource database) {
        Flyway.configure(ShopSchema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:io/tetherkey/bank/shop/migration")
                .table("shop_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
