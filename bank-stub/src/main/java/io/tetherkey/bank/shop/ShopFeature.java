package io.tetherkey.bank.shop;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import io.tetherkey.bank.web.page.ErrorPage;
import io.tetherkey.bank.web.page.Json;
import io.tetherkey.bank.web.page.PageAnswers;
import io.tetherkey.bank.web.page.PageHeaders;
import io.tetherkey.bank.web.page.PageLanguageChoice;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.message.Fault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The shop over HTTP (DESIGN §7): pages for the buyer's browser, the live status of an order, and the address where
 * banks leave their receipts.
 */
public final class ShopFeature implements HttpFeature {
    private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");
    private static final String JSON = "application/json";

    private final ShopOrders orders;
    private final OrderViews views;
    private final Clock clock;

    /** @param bankNames the names of banks by id and language */
    public ShopFeature(ShopOrders orders, BankNames bankNames, Clock clock) {
        this.orders = orders;
        this.views = new OrderViews(bankNames, clock);
        this.clock = clock;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.get("/", (request, response) -> PageAnswers.seeOther(response, "/shop"))
                .get("/shop", this::shelf)
                .post("/shop/orders", this::place)
                .get("/shop/orders/{id}", this::order)
                .get("/shop/orders/{id}/events", this::events)
                .post("/shop/webhook", this::webhook);
    }

    private void shelf(ServerRequest request, ServerResponse response) {
        PageAnswers.page(request, response, Status.OK_200, ShelfPage.render(texts(request)));
    }

    /** A form with {@code item=…}, or with {@code amount=128.00} for callers without eyes. */
    private void place(ServerRequest request, ServerResponse response) {
        Optional<CatalogueItem> item =
                isForm(request) ? chosen(request.content().as(Parameters.class)) : Optional.empty();
        if (item.isEmpty()) {
            failed(request, response, Status.BAD_REQUEST_400, Fault.ORDER_IMPOSSIBLE);
            return;
        }
        ShopOrder made = orders.place(item.get());
        String page = "/shop/orders/" + made.order().orderId();
        if (wantsJson(request)) {
            response.status(Status.CREATED_201)
                    .header(HeaderNames.CONTENT_TYPE, JSON)
                    .send(Json.object(Map.of("orderId", made.order().orderId(), "link", made.link(), "page", page)));
        } else {
            PageAnswers.seeOther(response, page);
        }
    }

    private static boolean isForm(ServerRequest request) {
        return request.content().hasEntity()
                && request.headers()
                        .contentType()
                        .filter(type -> type.mediaType().equals(MediaTypes.APPLICATION_FORM_URLENCODED))
                        .isPresent();
    }

    private static Optional<CatalogueItem> chosen(Parameters form) {
        return form.first("item")
                .asOptional()
                .flatMap(Catalogue::byId)
                .or(() -> form.first("amount").asOptional().flatMap(Catalogue::forAmount));
    }

    private void order(ServerRequest request, ServerResponse response) {
        Optional<ShopOrder> found = orders.find(request.path().pathParameters().get("id"));
        if (found.isEmpty()) {
            failed(request, response, Status.NOT_FOUND_404, Fault.PAGE_UNKNOWN);
            return;
        }
        Texts texts = texts(request);
        OrderView view = views.of(found.get(), texts.language());
        if (wantsJson(request)) {
            response.header(HeaderNames.CONTENT_TYPE, JSON)
                    .header(HeaderNames.CACHE_CONTROL, "no-store")
                    .send(view.json());
        } else {
            PageAnswers.page(
                    request, response, Status.OK_200, OrderPage.render(texts, found.get(), view, clock.instant()));
        }
    }

    private void events(ServerRequest request, ServerResponse response) {
        String orderId = request.path().pathParameters().get("id");
        Texts texts = texts(request);
        if (orders.find(orderId).isEmpty()) {
            failed(request, response, Status.NOT_FOUND_404, Fault.PAGE_UNKNOWN);
            return;
        }
        PageHeaders.set(response);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        try (SseSink sink = response.sink(SseSink.TYPE);
                OrderEvents.Watch watch = orders.watch(orderId)) {
            new LiveStatus(sink, watch, () -> orders.find(orderId).map(found -> views.of(found, texts.language())))
                    .run();
        }
    }

    private void webhook(ServerRequest request, ServerResponse response) {
        try {
            orders.settle(request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0]);
            response.status(Status.NO_CONTENT_204).send();
        } catch (ReceiptRefusedException e) {
            response.status(UNPROCESSABLE)
                    .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .send(e.getMessage());
        }
    }

    private static Texts texts(ServerRequest request) {
        return Texts.of(PageLanguageChoice.of(request));
    }

    private static boolean wantsJson(ServerRequest request) {
        return request.headers()
                .value(HeaderNames.ACCEPT)
                .filter(accept -> accept.contains(JSON))
                .isPresent();
    }

    private static void failed(ServerRequest request, ServerResponse response, Status status, Fault fault) {
        if (wantsJson(request)) {
            response.status(status)
                    .header(HeaderNames.CONTENT_TYPE, JSON)
                    .send(Json.object(Map.of(
                            "code",
                            fault.code(),
                            "error",
                            fault.sentence(texts(request).language().locale()))));
        } else {
            PageAnswers.page(request, response, status, ErrorPage.render(texts(request), fault));
        }
    }
}
