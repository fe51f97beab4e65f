package io.tetherkey.bank.web.api;

import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.payment.OrderDesk;
import io.tetherkey.bank.web.ProblemException;
import io.tetherkey.bank.web.Problems;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Fault;

/** How an order stands: {@code GET /tk1/orders/{id}}. The id is the secret that gives access, 128 random bits. */
public final class OrderRoutes implements HttpFeature {

    private final OrderDesk orders;

    public OrderRoutes(OrderDesk orders) {
        this.orders = orders;
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.get("/tk1/orders/{id}", this::status);
    }

    private void status(ServerRequest request, ServerResponse response) {
        var order = orders.status(request.path().pathParameters().get("id"))
                .orElseThrow(() -> new ProblemException(Problems.of(Fault.ORDER_UNKNOWN)));
        CborBodies.send(
                response,
                200,
                new CborMapWriter()
                        .put(1, order.orderId())
                        .put(2, order.status().code())
                        .put(3, order.bankId())
                        .put(4, order.receiptNumber())
                        .put(5, order.receipt())
                        .put(6, order.reason())
                        .encode());
    }
}
