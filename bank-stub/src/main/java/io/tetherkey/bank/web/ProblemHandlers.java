package io.tetherkey.bank.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of a request into problem details, in one place; nothing of the cause reaches the peer. */
public final class ProblemHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);

    private ProblemHandlers() {}

    /** Adds the handlers of this class to a routing. */
    public static void register(HttpRouting.Builder routing) {
        routing.error(ProblemException.class, (request, response, thrown) -> send(response, thrown.problem()))
                .error(
                        HttpException.class,
                        (request, response, thrown) ->
                                send(response, Problems.ofStatus(thrown.status().code())))
                .error(Exception.class, ProblemHandlers::unexpected);
    }

    /** The handlers for requests that never reach a route. */
    public static DirectHandlers direct() {
        var handlers = DirectHandlers.builder();
        for (var type : EventType.values()) {
            handlers.addHandler(type, ProblemHandlers::answer);
        }
        return handlers.build();
    }

    /** Sends one problem. */
    public static void send(ServerResponse response, Problem problem) {
        response.status(problem.status())
                .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(problem.json());
    }

    private static void unexpected(ServerRequest request, ServerResponse response, Exception thrown) {
        LOG.error("request failed step={}", request.prologue().method(), thrown);
        send(response, Problems.ofStatus(500));
    }

    private static DirectHandler.TransportResponse answer(
            DirectHandler.TransportRequest request,
            EventType type,
            io.helidon.http.Status status,
            ServerResponseHeaders headers,
            String message) {
        var problem = Problems.ofStatus(status.code());
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(type.keepAlive())
                .entity(problem.json())
                .build();
    }
}
