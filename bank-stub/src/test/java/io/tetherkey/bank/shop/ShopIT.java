package io.tetherkey.bank.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helidon.webserver.WebServer;
import io.tetherkey.bank.web.page.PageAssets;
import io.tetherkey.bank.web.page.PageHeaders;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** The shop on a real socket with a real database. Signatures are stand-ins: a mark before the content. */
class ShopIT {
    private static final byte MARK = 0x53;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private WebServer server;

    @SuppressWarnings("NullAway.Init")
    private ShopOrders orders;

    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @BeforeEach
    void open() {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        ShopSchema.migrate(database);
        clock = new Clock() {
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
        orders = new ShopOrders(
                new OrderIssuer(merchant, new SecureRandom()::nextBytes, clock),
                new ShopOrderStore(Jdbi.create(database)),
                ShopIT::check);
        start(0);
    }

    private void start(int port) {
        server = WebServer.builder()
                .port(port)
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

    private URI at(String path) {
        return at(path, server.port());
    }

    private static URI at(String path, int port) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/shop/orders"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String place(String form) throws IOException, InterruptedException {
        HttpResponse<String> response = post(form);
        assertThat(response.statusCode()).isEqualTo(303);
        String page = response.headers().firstValue("Location").orElseThrow();
        assertThat(page).matches("/shop/orders/[0-9a-f]{32}");
        return page;
    }

    private Order orderOf(String page) throws IOException, InterruptedException, ProtocolException {
        byte[] signed = signedOrderOf(page);
        return Order.decode(java.util.Arrays.copyOfRange(signed, 1, signed.length));
    }

    private byte[] signedOrderOf(String page) throws IOException, InterruptedException {
        String link = get(page).body().replaceAll("(?s).*id=\"pay\" href=\"tetherkey://pay\\?order=([^\"]+)\".*", "$1");
        return Base64.getUrlDecoder().decode(link);
    }

    private int settle(String page, Verdict verdict, String number) throws IOException, InterruptedException {
        return deliver(marked(receipt(page, verdict, number, OrderIssuer.hashOf(signedOrderOf(page)))));
    }

    private ReceiptContents receipt(String page, Verdict verdict, String number, byte[] orderHash) {
        String orderId = page.substring(page.lastIndexOf('/') + 1);
        return receiptFor(orderId, verdict, number, orderHash);
    }

    private ReceiptContents receiptFor(String orderId, Verdict verdict, String number, byte[] orderHash) {
        return new ReceiptContents("harbour", orderId, orderHash, new byte[32], verdict, number, now);
    }

    private byte[] marked(ReceiptContents receipt) {
        return marked(receipt.encode());
    }

    private int deliver(byte[] receipt) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(at("/shop/webhook"))
                                .POST(BodyPublishers.ofByteArray(receipt))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private String statusOf(String page) throws IOException, InterruptedException {
        return get(page, "Accept", "application/json").body().replaceAll(".*\"status\":\"([a-z]+)\".*", "$1");
    }

    @Nested
    class Pages {
        @Test
        void shelfShowsThreeThingsWithPricesAndIsMarkedDemo() throws Exception {
            HttpResponse<String> shelf = get("/shop", "Accept-Language", "en");
            assertThat(shelf.statusCode()).isEqualTo(200);
            assertThat(shelf.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(shelf.body())
                    .contains("<strong>DEMO</strong>", "Jasmine Silver Needle", "128.00 CNY", "368.00 CNY", "58.00 CNY")
                    .contains("lang=\"en\"");
        }

        @Test
        void pageRunsNothingThatIsNotItsOwn() throws Exception {
            HttpResponse<String> shelf = get("/shop");
            assertThat(shelf.headers().firstValue("Content-Security-Policy"))
                    .contains(PageHeaders.CONTENT_SECURITY_POLICY);
            assertThat(shelf.body()).doesNotContain("<script>", "onclick", "style=", "javascript:");
            for (String asset : List.of("tetherkey.css", "tetherkey.js", "lotus.svg")) {
                assertThat(get("/assets/" + asset).statusCode()).isEqualTo(200);
            }
            assertThat(get("/assets/../shop/tea.svg").statusCode()).isEqualTo(404);
        }

        @Test
        void languageFollowsTheBrowserAndThenTheSwitch() throws Exception {
            assertThat(get("/shop", "Accept-Language", "zh-CN,zh;q=0.9").body())
                    .contains("lang=\"zh-CN\"", "荷塘茶舍", "演示");
            HttpResponse<String> switched = get("/shop?lang=en", "Accept-Language", "zh-CN");
            assertThat(switched.body()).contains("<html lang=\"en\">");
            assertThat(switched.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(
                            cookie -> assertThat(cookie).startsWith("lang=en;").contains("HttpOnly"));
            assertThat(get("/shop", "Accept-Language", "zh-CN", "Cookie", "lang=en")
                            .body())
                    .contains("<html lang=\"en\">");
        }

        @Test
        void unknownOrderIsAFriendly404() throws Exception {
            HttpResponse<String> missing = get("/shop/orders/" + "0".repeat(32), "Accept-Language", "en");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body())
                    .contains("There is no such page or order here.", "Who must act: You", ">TK-611</code>");
            assertThat(get("/shop/orders/%3Cscript%3E").body()).doesNotContain("<script>");
        }
    }

    @Nested
    class Orders {
        @Test
        void signedOrderHoldsWhatThePageShows() throws Exception {
            String page = place("item=tea");
            Order order = orderOf(page);
            assertThat(page).endsWith(order.orderId());
            assertThat(order.amount()).hasToString("128.00 CNY");
            assertThat(order.payeeAccount()).isEqualTo("LOTUS-0001");
            assertThat(order.expiresAt()).isEqualTo(now.plus(OrderIssuer.TIME_TO_PAY));
            assertThat(get(page).body())
                    .contains("128.00 CNY", "Lotus &lt;Tea&gt; House 荷塘茶舍", "LOTUS-0001", order.orderId())
                    .doesNotContain("<Tea>");
        }

        @Test
        void twoOrdersNeverShareAnId() throws Exception {
            assertThat(place("item=cakes")).isNotEqualTo(place("item=cakes"));
        }

        @Test
        void amountIsTakenFromCallersThatReadJson() throws Exception {
            HttpResponse<String> made = post("amount=77.50", "Accept", "application/json");
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.body())
                    .matches("\\{\"link\":\"tetherkey://pay\\?order=[A-Za-z0-9_-]+\","
                            + "\"orderId\":\"[0-9a-f]{32}\",\"page\":\"/shop/orders/[0-9a-f]{32}\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "item=gold", "amount=0", "amount=-1", "amount=1.234", "item=%00", "amount=99999999999"})
        void otherFormsAreRefused(String form) throws Exception {
            HttpResponse<String> refused = post(form, "Accept-Language", "en");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("This order cannot be made");
        }

        @Test
        void orderThatNobodyPaidInTimeIsExpired() throws Exception {
            String page = place("item=tea");
            now = now.plus(OrderIssuer.TIME_TO_PAY);
            assertThat(statusOf(page)).isEqualTo("expired");
        }
    }

    @Nested
    class Receipts {
        @ParameterizedTest
        @ValueSource(strings = {"PAID", "DECLINED", "FAILED"})
        void verdictBecomesTheStatus(Verdict verdict) throws Exception {
            String page = place("item=tea");
            assertThat(statusOf(page)).isEqualTo("waiting");
            assertThat(settle(page, verdict, "HB-1")).isEqualTo(204);
            assertThat(get(page, "Accept", "application/json").body())
                    .contains(
                            "\"status\":\"" + verdict.name().toLowerCase(java.util.Locale.ROOT) + "\"",
                            "\"receipt\":\"HB-1\"",
                            "\"bank\":\"Harbour Bank\"");
        }

        @Test
        void sameReceiptTwiceIsOneAndPaidStaysPaid() throws Exception {
            String page = place("item=tea");
            assertThat(settle(page, Verdict.PAID, "HB-1")).isEqualTo(204);
            assertThat(settle(page, Verdict.PAID, "HB-1")).isEqualTo(204);
            assertThat(settle(page, Verdict.DECLINED, "HB-2")).isEqualTo(204);
            assertThat(get(page, "Accept", "application/json").body())
                    .contains("\"status\":\"paid\"", "\"receipt\":\"HB-1\"");
        }

        @Test
        void paymentAfterADeclineCounts() throws Exception {
            String page = place("item=tea");
            settle(page, Verdict.DECLINED, "HB-1");
            settle(page, Verdict.PAID, "HB-2");
            assertThat(statusOf(page)).isEqualTo("paid");
        }

        @Test
        void receiptThatIsNotForThisOrderIsRefused() throws Exception {
            String page = place("item=tea");
            byte[] hash = OrderIssuer.hashOf(signedOrderOf(page));
            assertThat(deliver(receipt(page, Verdict.PAID, "HB-1", hash).encode()))
                    .as("unsigned")
                    .isEqualTo(422);
            assertThat(deliver(marked(receipt(page, Verdict.PAID, "HB-1", new byte[32]))))
                    .as("for another content")
                    .isEqualTo(422);
            assertThat(deliver(marked(receiptFor("0".repeat(32), Verdict.PAID, "HB-1", hash))))
                    .as("for an unknown order")
                    .isEqualTo(422);
            assertThat(deliver(new byte[0])).as("empty").isEqualTo(422);
            assertThat(deliver("<html>".getBytes(UTF_8))).as("noise").isEqualTo(422);
            assertThat(statusOf(page)).isEqualTo("waiting");
        }
    }

    @Nested
    class LiveEvents {
        @Test
        void pageHearsAtOnceAndAgainWhenPaidAndThenTheStreamEnds() throws Exception {
            String page = place("item=tea");
            List<String> heard = new CopyOnWriteArrayList<>();
            HttpResponse<java.io.InputStream> stream =
                    client.send(HttpRequest.newBuilder(at(page + "/events")).build(), BodyHandlers.ofInputStream());
            Thread reader = Thread.ofVirtual().start(() -> {
                try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
                    lines.lines().filter(line -> line.startsWith("data:")).forEach(heard::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(stream.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            await().atMost(Duration.ofSeconds(60)).until(() -> heard.size() == 1);
            assertThat(heard.getFirst()).contains("\"status\":\"waiting\"", "\"last\":false");
            settle(page, Verdict.PAID, "HB-77");
            await().atMost(Duration.ofSeconds(60)).until(() -> heard.size() == 2);
            assertThat(heard.getLast()).contains("\"status\":\"paid\"", "\"receipt\":\"HB-77\"", "\"last\":true");
            assertThat(reader.join(Duration.ofSeconds(60))).isTrue();
        }

        @Test
        void unknownOrderHasNoEvents() throws Exception {
            assertThat(get("/shop/orders/" + "0".repeat(32) + "/events").statusCode())
                    .isEqualTo(404);
        }
    }
}
