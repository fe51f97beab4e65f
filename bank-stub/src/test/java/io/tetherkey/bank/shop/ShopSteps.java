package io.tetherkey.bank.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.tetherkey.bank.web.page.PageAssets;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The shop on a real socket with a real database. Signatures are stand-ins: a mark before the content. */
abstract class ShopSteps {
    private static final byte MARK = 0x53;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    Instant now = Instant.parse("2026-05-01T10:00:00Z");
    final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private WebServer server;

    @BeforeEach
    void open() {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        ShopSchema.migrate(database);
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        Merchant merchant =
                new Merchant("lotus", "Lotus <Tea> House 荷塘茶舍", "LOTUS-0001", order -> marked(order.encode()));
        var orders = new ShopOrders(
                new OrderIssuer(merchant, new SecureRandom()::nextBytes, clock),
                new ShopOrderStore(Jdbi.create(database)),
                ShopSteps::check);
        server = WebServer.builder()
                .port(0)
                .address(InetAddress.getLoopbackAddress())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(100))
                .routing(routing -> routing.addFeature(new PageAssets())
                        .addFeature(new ShopFeature(
                                orders, (id, language) -> id.equals("harbour") ? "Harbour Bank" : id, clock)))
                .build()
                .start();
    }

    @AfterEach
    void close() {
        server.stop();
        client.close();
    }

    private static byte[] marked(byte[] content) {
        byte[] signed = new byte[content.length + 1];
        signed[0] = MARK;
        System.arraycopy(content, 0, signed, 1, content.length);
        return signed;
    }

    private static ReceiptContents check(byte[] signed) throws ReceiptRefusedException {
        if (signed.length == 0 || signed[0] != MARK) {
            throw new ReceiptRefusedException("not signed");
        }
        try {
            return ReceiptContents.decode(java.util.Arrays.copyOfRange(signed, 1, signed.length));
        } catch (ProtocolException e) {
            throw new ReceiptRefusedException("not a receipt", e);
        }
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/shop/orders"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    String place(String form) throws IOException, InterruptedException {
        HttpResponse<String> response = post(form);
        assertThat(response.statusCode()).isEqualTo(303);
        String page = response.headers().firstValue("Location").orElseThrow();
        assertThat(page).matches("/shop/orders/[0-9a-f]{32}");
        return page;
    }

    Order orderOf(String page) throws IOException, InterruptedException, ProtocolException {
        byte[] signed = signedOrderOf(page);
        return Order.decode(java.util.Arrays.copyOfRange(signed, 1, signed.length));
    }

    byte[] signedOrderOf(String page) throws IOException, InterruptedException {
        String link = get(page).body().replaceAll("(?s).*id=\"pay\" href=\"tetherkey://pay\\?order=([^\"]+)\".*", "$1");
        return Base64.getUrlDecoder().decode(link);
    }

    int settle(String page, Verdict verdict, String number) throws IOException, InterruptedException {
        return deliver(marked(receipt(page, verdict, number, OrderIssuer.hashOf(signedOrderOf(page)))));
    }

    ReceiptContents receipt(String page, Verdict verdict, String number, byte[] orderHash) {
        String orderId = page.substring(page.lastIndexOf('/') + 1);
        return receiptFor(orderId, verdict, number, orderHash);
    }

    ReceiptContents receiptFor(String orderId, Verdict verdict, String number, byte[] orderHash) {
        return new ReceiptContents("harbour", orderId, orderHash, new byte[32], verdict, number, now);
    }

    static byte[] marked(ReceiptContents receipt) {
        return marked(receipt.encode());
    }

    int deliver(byte[] receipt) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(at("/shop/webhook"))
                                .POST(BodyPublishers.ofByteArray(receipt))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    String statusOf(String page) throws IOException, InterruptedException {
        return get(page, "Accept", "application/json").body().replaceAll(".*\"status\":\"([a-z]+)\".*", "$1");
    }
}
