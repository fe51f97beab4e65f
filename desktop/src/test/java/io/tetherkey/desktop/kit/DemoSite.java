package io.tetherkey.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.server.BankApplication;
import io.tetherkey.bank.server.DemoProfile;
import io.tetherkey.bank.server.ServerPorts;
import io.tetherkey.protocol.trust.ExportedReceipt;
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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The real banks and the shop of a demo profile, in this process, which can be stopped and started again on their ports.
 *
 * <p>Needs no toolkit. The customer has 5,000.00 CNY at each of {@code harbour}, {@code jade} and {@code summit}.
 */
public final class DemoSite implements AutoCloseable {

    /** The customer's name at every bank. */
    public static final String USER = "alice";

    /** The customer's password at every bank. */
    public static final String PASSWORD = "harbour-demo";

    /** What the customer types on a phone with {@link Flash#DEMO}. */
    public static final String PAYMENT_KEY = "135790";

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern BALANCE = Pattern.compile("\"balanceMinor\"\\s*:\\s*(-?[0-9]+)");

    private final Path profile;
    private BankApplication bank;
    private ServerPorts ports;
    private boolean running = true;

    /** Opens the profile in this folder, which is made if it is not there: some 0.5 s. */
    public DemoSite(Path profile) throws IOException {
        this.profile = profile;
        this.bank = open(profile, ServerPorts.ANY);
        this.ports = new ServerPorts(bank.apiBase().getPort(), bank.shopBase().getPort());
    }

    /**
     * The same with a new profile, copied from one that was made before in this process: some 0.1 s.
     *
     * @param profile a folder that is not there yet
     */
    public static DemoSite fresh(Path profile) throws IOException {
        return new DemoSite(DemoTemplate.copyTo(profile));
    }

    private static BankApplication open(Path profile, ServerPorts ports) throws IOException {
        var random = new SecureRandom();
        var clock = Clock.systemUTC();
        return BankApplication.start(DemoProfile.open(profile, clock, random), ports, clock, random);
    }

    /** The folder in which bank, phone and window meet. */
    public Path profile() {
        return profile;
    }

    /** An order as a browser places it. */
    public record Placed(String orderId, String link) {}

    /** Places an order in the shop, as {@code 19.90} of the shop's currency. */
    public Placed order(String amount) throws IOException, InterruptedException {
        String answer = send(HttpRequest.newBuilder(bank.shopBase().resolve("/shop/orders"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("amount=" + amount))
                .build());
        return new Placed(field(answer, "orderId"), field(answer, "link"));
    }

    /** A fresh browser on the pages of a bank. */
    public BankBrowser browser(String bankId) {
        return new BankBrowser(bank.shopBase().resolve("/bank/" + bankId));
    }

    /** What the shop's page says of an order. */
    public String shopStatus(String orderId) throws IOException, InterruptedException {
        URI page = bank.shopBase().resolve("/shop/orders/" + orderId);
        return field(
                send(HttpRequest.newBuilder(page)
                        .header("Accept", "application/json")
                        .build()),
                "status");
    }

    /** Waits until the shop's page says {@code status}. */
    public void expectShopStatus(Placed order, String status) {
        Until.holds(
                "the shop to say " + status,
                () -> shopStatus(order.orderId()).equals(status),
                () -> "it says " + shopStatus(order.orderId()));
    }

    /** Where the receipt of a paid order lies, once it is written. */
    public Path receipt(Placed order) {
        return profile.resolve("receipts").resolve(order.orderId() + ExportedReceipt.EXTENSION);
    }

    /** The activation code of a new letter to the demo's customer, which the demo tells. */
    public String letter(String bankId) throws Exception {
        var request = HttpRequest.newBuilder(bank.apiBase().resolve("/demo/letters"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("bank=" + bankId + "&user=" + USER))
                .build();
        return field(askBank(bankId, request), "code");
    }

    /** What the demo's customer has at the bank, in minor units. */
    public long balance(String bankId) throws Exception {
        var request =
                HttpRequest.newBuilder(bank.apiBase().resolve("/demo/accounts")).build();
        return OBJECT.matcher(askBank(bankId, request))
                .results()
                .map(MatchResult::group)
                .filter(account -> field(account, "user").equals(USER)
                        && field(account, "bank").equals(bankId))
                .mapToLong(DemoSite::minorUnits)
                .sum();
    }

    private static long minorUnits(String account) {
        Matcher number = BALANCE.matcher(account);
        assertThat(number.find()).as(account).isTrue();
        return Long.parseLong(number.group(1));
    }

    private String askBank(String bankId, HttpRequest request) throws Exception {
        try (HttpClient http = clientOf(bankId)) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** Revokes the phone's certificate on the bank's own pages, as the customer who has lost the phone does. */
    public void revoke(String bankId) throws Exception {
        try (HttpClient http = clientOf(bankId)) {
            new BankPages(http, bank.apiBase().resolve("/bank/" + bankId)).revoke(USER, PASSWORD);
        }
    }

    /** Speaks to the bank over TLS that its entry in the directory vouches for. */
    private HttpClient clientOf(String bankId) throws Exception {
        var root = SignedDirectory.verify(
                        Files.readAllBytes(profile.resolve("directory.cbor")),
                        Files.readAllBytes(profile.resolve("directory-root.der")),
                        Instant.now(),
                        0)
                .bank(bankId)
                .orElseThrow()
                .tlsRoot();
        return HttpClient.newBuilder().sslContext(trusting(root)).build();
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

    /** Takes banks and shop down, as a power cut there would. */
    public void stop() throws IOException {
        bank.close();
        running = false;
    }

    /** Starts the bank on its old ports; does nothing while it runs. */
    public void startAgain() throws IOException {
        if (!running) {
            bank = open(profile, ports);
            running = true;
        }
    }

    /** Starts the bank on other ports, for which it signs a newer directory. */
    public void startElsewhere() throws IOException {
        bank = open(profile, ServerPorts.ANY);
        ports = new ServerPorts(bank.apiBase().getPort(), bank.shopBase().getPort());
        running = true;
    }

    /** Starts another bank's servers on these ports while this one is down: one with keys of its own. */
    public void startImpostor() throws IOException {
        bank = open(profile.resolveSibling("impostor"), ports);
        running = true;
    }

    @Override
    public void close() throws IOException {
        if (running) {
            stop();
        }
    }
}
