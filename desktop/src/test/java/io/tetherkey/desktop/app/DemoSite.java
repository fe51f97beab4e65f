package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.server.BankApplication;
import io.tetherkey.bank.server.DemoProfile;
import io.tetherkey.bank.server.ServerPorts;
import io.tetherkey.protocol.trust.SignedDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The real bank and shop of a demo profile, in this process, which can be stopped and started again on its port. */
final class DemoSite implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"]*)\"");

    private final Path profile;
    private BankApplication bank;
    private ServerPorts ports;
    private boolean running = true;

    DemoSite(Path profile) throws IOException {
        this.profile = profile;
        this.bank = open(profile, ServerPorts.ANY);
        this.ports = new ServerPorts(bank.apiBase().getPort(), bank.shopBase().getPort());
    }

    private static BankApplication open(Path profile, ServerPorts ports) throws IOException {
        var random = new SecureRandom();
        var clock = Clock.systemUTC();
        return BankApplication.start(DemoProfile.open(profile, clock, random), ports, clock, random);
    }

    Path profile() {
        return profile;
    }

    /** An order as a browser places it. */
    record Placed(String orderId, String link) {}

    Placed order(String amount) throws IOException, InterruptedException {
        String answer = send(HttpRequest.newBuilder(bank.shopBase().resolve("/shop/orders"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("amount=" + amount))
                .build());
        return new Placed(field(answer, "orderId"), field(answer, "link"));
    }

    /** What the shop's page says of an order. */
    String shopStatus(String orderId) throws IOException, InterruptedException {
        URI page = bank.shopBase().resolve("/shop/orders/" + orderId);
        return field(
                send(HttpRequest.newBuilder(page)
                        .header("Accept", "application/json")
                        .build()),
                "status");
    }

    /** The activation code of a new letter to the demo's customer, which the demo tells. */
    String letter(String bankId) throws Exception {
        var root = SignedDirectory.verify(
                        Files.readAllBytes(profile.resolve("directory.cbor")),
                        Files.readAllBytes(profile.resolve("directory-root.der")),
                        Instant.now(),
                        0)
                .bank(bankId)
                .orElseThrow()
                .tlsRoot();
        var request = HttpRequest.newBuilder(bank.apiBase().resolve("/demo/letters"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("bank=" + bankId + "&user=alice"))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(trusting(root)).build()) {
            return field(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body(), "code");
        }
    }

    private static SSLContext trusting(byte[] root) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "root", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(root)));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(200, 299);
            return answer.body();
        }
    }

    private static String field(String json, String name) {
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2);
            }
        }
        throw new AssertionError("no field " + name + " in " + json);
    }

    void stop() throws IOException {
        bank.close();
        running = false;
    }

    /** Starts the bank on its old ports; does nothing while it runs. */
    void startAgain() throws IOException {
        if (!running) {
            bank = open(profile, ports);
            running = true;
        }
    }

    /** Starts the bank on other ports, for which it signs a newer directory. */
    void startElsewhere() throws IOException {
        bank = open(profile, ServerPorts.ANY);
        ports = new ServerPorts(bank.apiBase().getPort(), bank.shopBase().getPort());
        running = true;
    }

    @Override
    public void close() throws IOException {
        bank.close();
    }
}
