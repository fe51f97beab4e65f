package io.tetherkey.bank.web.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Ledger.Account;
import io.tetherkey.bank.store.Stores;
import java.util.stream.Collectors;

/**
 * {@code GET /demo/accounts}: every balance, and for a customer's the tries that are left; for the demo to show. A real
 * bank has no such route.
 */
public final class DemoRoutes implements HttpFeature {

    private final Database database;

    public DemoRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.get(
                "/demo/accounts",
                (request, response) -> response.header(HeaderNames.CONTENT_TYPE, "application/json")
                        .header(HeaderNames.CACHE_CONTROL, "no-store")
                        .send(accounts()));
    }

    /** Names and ids of the demo hold no character that JSON escapes. */
    private String accounts() {
        return database.read(stores -> stores.ledger().accounts().stream()
                .map(account -> json(account, attemptsLeft(stores, account)))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private static int attemptsLeft(Stores stores, Account account) {
        return stores.certificates()
                .activeOf(account.customerId())
                .map(ChipCertificate::attemptsLeft)
                .orElse(0);
    }

    private static String json(Account account, int attemptsLeft) {
        return "{\"user\":\"" + account.ownerName() + "\",\"bank\":\"" + account.bankId() + "\",\"account\":\""
                + account.accountId() + "\",\"balanceMinor\":" + account.balanceMinor() + ",\"currency\":\""
                + account.currency() + "\",\"attemptsLeft\":" + attemptsLeft + "}";
    }
}
