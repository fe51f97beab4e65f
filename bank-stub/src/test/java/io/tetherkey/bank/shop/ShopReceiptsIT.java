package io.tetherkey.bank.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.message.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank's word makes of an order, and how the page hears of it. */
class ShopReceiptsIT extends ShopSteps {

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
