package io.tetherkey.bank.server;

import io.helidon.webserver.http.HttpFeature;
import io.tetherkey.bank.ca.Credential;
import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.bank.shop.BankNames;
import io.tetherkey.bank.shop.BankReceiptCheck;
import io.tetherkey.bank.shop.Merchant;
import io.tetherkey.bank.shop.OrderIssuer;
import io.tetherkey.bank.shop.ShopFeature;
import io.tetherkey.bank.shop.ShopOrderStore;
import io.tetherkey.bank.shop.ShopOrders;
import io.tetherkey.bank.shop.ShopSchema;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.web.page.PageAssets;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.OrderVerifier;
import java.time.Clock;
import java.util.List;

/** The demo shop, wired to the demo's keys and database. */
final class DemoShop {

    static final String MERCHANT_ID = "lotus";
    static final String PAYEE = "Lotus Tea House 荷塘茶舍";
    static final String PAYEE_ACCOUNT = "LOTUS-0001";

    private DemoShop() {}

    /** The features to hang on both sockets. */
    static List<HttpFeature> features(
            Database database, Credential merchant, Directory directory, RandomSource random, Clock clock) {
        ShopSchema.migrate(database.dataSource());
        var signer = merchant.signer(KeyAlgorithm.ECDSA_P256);
        var issuer = new OrderIssuer(
                new Merchant(MERCHANT_ID, PAYEE, PAYEE_ACCOUNT, order -> OrderVerifier.sign(order, signer)),
                random::nextBytes,
                clock);
        var orders = new ShopOrders(issuer, new ShopOrderStore(database.jdbi()), new BankReceiptCheck(directory));
        return List.of(new PageAssets(), new ShopFeature(orders, names(directory), clock));
    }

    private static BankNames names(Directory directory) {
        return (bankId, language) -> directory
                .bank(bankId)
                .map(bank -> switch (language) {
                    case ENGLISH -> bank.nameEn();
                    case CHINESE -> bank.nameZh();
                })
                .orElse(bankId);
    }
}
