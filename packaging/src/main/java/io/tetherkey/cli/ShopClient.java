package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Money;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders at the demo shop and asks how an order stands, over HTTP as a browser does. */
final class ShopClient implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Pattern TEXT_FIELD = Pattern.compile("\"([a-zA-Z]+)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI shop;

    /** @param shop the address of the shop's first page */
    ShopClient(URI shop) {
        this.shop = shop;
    }

    /**
     * An order as the shop has answered.
     *
     * @param link for the desktop app
     */
    record PlacedOrder(String orderId, String link) {}

    /**
     * How an order stands.
     *
     * @param receipt the receipt number, empty while nothing is settled
     */
    record Standing(String status, String receipt) {}

    PlacedOrder order(Money amount) throws CommandFailure, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop + "/orders"))
                .timeout(LONGEST)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("amount=" + amount.decimal()))
                .build();
        String answer = send(request, 201);
        return new PlacedOrder(field(answer, "orderId"), field(answer, "link"));
    }

    Standing standing(String orderId) throws CommandFailure, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop + "/orders/" + orderId))
                .timeout(LONGEST)
                .header("Accept", "application/json")
                .build();
        String answer = send(request, 200);
        return new Standing(field(answer, "status"), field(answer, "receipt"));
    }

    private String send(HttpRequest request, int expected) throws CommandFailure, InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != expected) {
                throw new CommandFailure(
                        Fault.INTERNAL, "The shop answered " + answer.statusCode() + " to " + request.method() + ".");
            }
            return answer.body();
        } catch (IOException e) {
            throw new CommandFailure(Fault.BANK_UNREACHABLE, "The shop at " + shop + " does not answer.", e);
        }
    }

    private static String field(String json, String name) throws CommandFailure {
        Matcher field = TEXT_FIELD.matcher(json);
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2);
            }
        }
        throw new CommandFailure(Fault.INTERNAL, "The shop's answer has no field " + name + ".");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
