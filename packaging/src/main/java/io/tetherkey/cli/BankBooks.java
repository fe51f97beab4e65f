package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Reads the balances that the demo bank lays open, over TLS with the directory's root alone. */
final class BankBooks implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");

    private final HttpClient http;
    private final URI accounts;

    /**
     * @param api the base of the bank's API
     * @param tlsRoot the root of its server certificate, DER
     */
    BankBooks(URI api, byte[] tlsRoot) throws CommandFailure {
        this.http = HttpClient.newBuilder().sslContext(trusting(tlsRoot)).build();
        this.accounts = api.resolve("/demo/accounts");
    }

    /**
     * One account.
     *
     * @param minorUnits its balance
     * @param attemptsLeft tries of the payment key that its owner has left, of ten; 0 for an account without a phone
     */
    record Balance(String user, String bank, String account, long minorUnits, int attemptsLeft) {}

    List<Balance> balances() throws CommandFailure, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(accounts).timeout(LONGEST).build();
        try {
            String json = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
            return OBJECT.matcher(json)
                    .results()
                    .map(MatchResult::group)
                    .map(object -> new Balance(
                            text(object, "user"),
                            text(object, "bank"),
                            text(object, "account"),
                            Long.parseLong(value(object, "balanceMinor", "(-?[0-9]+)")),
                            Integer.parseInt(value(object, "attemptsLeft", "([0-9]+)"))))
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure(Fault.BANK_UNREACHABLE, "The bank at " + accounts + " does not answer.", e);
        }
    }

    private static String text(String object, String name) {
        return value(object, name, "\"([^\"]*)\"");
    }

    private static String value(String object, String name, String form) {
        Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*" + form).matcher(object);
        if (!field.find()) {
            throw new IllegalStateException("the bank's list of accounts has no " + name);
        }
        return field.group(1);
    }

    /** TLS that trusts this one root, DER. */
    static SSLContext trusting(byte[] root) throws CommandFailure {
        try {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry(
                    "root",
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(root)));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new CommandFailure(Fault.DIRECTORY_INVALID, "The directory's TLS root cannot be used.", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
