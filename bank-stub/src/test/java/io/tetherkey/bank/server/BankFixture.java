package io.tetherkey.bank.server;

import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.bank.store.DatabaseUrl;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.trust.OrderVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** A whole bank process in this one, over a fresh profile, and an HTTPS client that trusts its TLS root alone. */
final class BankFixture implements AutoCloseable {

    final DemoProfile profile;
    final Path folder;
    final TestClock clock = new TestClock();
    final HttpClient client;
    private final SecureRandom random = new SecureRandom();
    private final ProfileOpener opener;
    private BankApplication bank;

    @FunctionalInterface
    private interface ProfileOpener {
        DemoProfile open(Path folder, Clock clock, SecureRandom random) throws IOException;
    }

    BankFixture(Path folder) throws Exception {
        this(folder, DemoProfile::open);
    }

    /** With the books in a database outside the profile. */
    BankFixture(Path folder, DatabaseUrl books) throws Exception {
        this(folder, (profile, clock, random) -> DemoProfile.open(profile, books, clock, random));
    }

    private BankFixture(Path folder, ProfileOpener opener) throws Exception {
        this.folder = folder;
        this.opener = opener;
        this.profile = opener.open(folder, clock, random);
        this.bank = BankApplication.start(profile, ServerPorts.ANY, clock, random);
        this.client = TestTrust.client(profile.keys().tls().chain().getLast(), "TLSv1.3");
    }

    /** The system's clock, which a test can move ahead. */
    static final class TestClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void advance(Duration by) {
            ahead.updateAndGet(by::plus);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }
    }

    BankApplication bank() {
        return bank;
    }

    /** Ends the process' worth of the bank and starts it anew on the same files and ports. */
    void restart() throws Exception {
        whileDown(() -> true);
    }

    /** The same with some work while no bank runs. */
    <T> T whileDown(Callable<T> work) throws Exception {
        var ports = bank.ports();
        bank.close();
        T done = work.call();
        bank = BankApplication.start(opener.open(folder, clock, random), ports, clock, random);
        return done;
    }

    /** An offer, and the address of its session. */
    record Offered(String sessionId, byte[] offer) {}

    /** An HTTP answer. */
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    String newOrderId() {
        var id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    byte[] order(String orderId, long minorUnits, List<String> banks) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return sign(new Order(
                orderId,
                DemoShop.MERCHANT_ID,
                DemoShop.PAYEE,
                DemoShop.PAYEE_ACCOUNT,
                new Money(minorUnits, "CNY"),
                "Jasmine Silver Needle",
                now,
                now.plusSeconds(900),
                banks));
    }

    byte[] sign(Order order) {
        return OrderVerifier.sign(order, profile.keys().merchant().signer(KeyAlgorithm.ECDSA_P256));
    }

    Answer begin(byte[] signedOrder) throws Exception {
        return begin("harbour", signedOrder);
    }

    Answer begin(String bankId, byte[] signedOrder) throws Exception {
        return post(
                "/tk1/sessions",
                new CborMapWriter().put(1, bankId).put(2, signedOrder).encode());
    }

    Offered offered(byte[] signedOrder) throws Exception {
        return offered("harbour", signedOrder);
    }

    Offered offered(String bankId, byte[] signedOrder) throws Exception {
        var in = CborMapReader.of(begin(bankId, signedOrder).body());
        return new Offered(HexFormat.of().formatHex(in.bytes(1, 16, 16)), in.bytes(2, 1, 60_000));
    }

    Answer send(String sessionId, byte[] message) throws Exception {
        return post("/tk1/sessions/" + sessionId + "/messages", message);
    }

    /** Status, receipt and reason of an order. */
    record Status(String status, String bankId, String receiptNumber, byte[] receipt, String reason) {}

    Status status(String orderId) throws Exception {
        var in =
                CborMapReader.of(get("/tk1/orders/" + orderId + "?bank=harbour").body());
        return new Status(in.text(2, 16), in.text(3, 32), in.text(4, 40), in.bytes(5, 0, 60_000), in.text(6, 10));
    }

    Answer get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(uri(path)).build());
    }

    Answer post(String path, byte[] body) throws Exception {
        return answer(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/cbor")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private Answer answer(HttpRequest request) throws Exception {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }

    private URI uri(String path) {
        return bank.apiBase().resolve(path);
    }

    long balance(String account) {
        return bank.database()
                .read(stores -> stores.ledger().find(account).orElseThrow().balanceMinor());
    }

    long sumOfBalances() {
        return bank.database()
                .read(stores -> stores.ledger().accounts().stream()
                        .mapToLong(account -> account.balanceMinor())
                        .sum());
    }

    @Override
    public void close() throws Exception {
        bank.close();
        client.close();
    }
}
