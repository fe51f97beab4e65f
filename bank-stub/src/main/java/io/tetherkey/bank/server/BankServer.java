package io.tetherkey.bank.server;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.tetherkey.bank.ca.Credential;
import io.tetherkey.bank.web.LimitedBody;
import io.tetherkey.bank.web.ProblemHandlers;
import io.tetherkey.bank.web.page.UnknownPage;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The listening sockets of the bank process, on loopback only.
 *
 * <p>The bank's API is on the HTTPS socket alone. The shop's features are on it and on a second, plain socket named
 * {@value #SHOP_SOCKET}. Helidon runs each request on a virtual thread of its own.
 */
public final class BankServer implements AutoCloseable {

    /** The name of the plain HTTP socket. */
    public static final String SHOP_SOCKET = "shop";

    private static final String HOST = "127.0.0.1";
    private static final int BACKLOG = 1_024;
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofMillis(500);

    private final WebServer server;

    private BankServer(WebServer server) {
        this.server = server;
    }

    /**
     * Opens both sockets and returns when they accept connections.
     *
     * @param tls key and chain of the HTTPS server
     * @param api features of the bank, HTTPS only
     * @param shop features of the demo shop, on both sockets
     */
    public static BankServer start(
            ServerPorts ports, Credential tls, List<? extends HttpFeature> api, List<? extends HttpFeature> shop) {
        var server = WebServer.builder()
                .shutdownHook(false)
                .address(InetAddress.getLoopbackAddress())
                .port(ports.https())
                .backlog(BACKLOG)
                .maxPayloadSize(LimitedBody.CUT)
                .idleConnectionTimeout(IDLE)
                .shutdownGracePeriod(GRACE)
                .directHandlers(ProblemHandlers.direct())
                .tls(config -> config.privateKey(tls.key())
                        .privateKeyCertChain(tls.chain())
                        .addEnabledProtocol("TLSv1.3"))
                .routing(routing -> {
                    ProblemHandlers.register(routing);
                    addAll(routing, api);
                    addAll(routing, shop);
                })
                .putSocket(
                        SHOP_SOCKET,
                        socket -> socket.address(InetAddress.getLoopbackAddress())
                                .port(ports.shop())
                                .maxPayloadSize(LimitedBody.CUT)
                                .idleConnectionTimeout(IDLE)
                                .shutdownGracePeriod(GRACE)
                                .routing(routing -> {
                                    addAll(routing, shop);
                                    routing.addFeature(new UnknownPage());
                                }))
                .build()
                .start();
        return new BankServer(server);
    }

    private static void addAll(HttpRouting.Builder routing, List<? extends HttpFeature> features) {
        features.forEach(feature -> routing.addFeature(feature));
    }

    /** The base of the bank's API, without a final slash. */
    public URI apiBase() {
        return URI.create("https://localhost:" + server.port());
    }

    /** The base of the shop as plain HTTP, without a final slash. */
    public URI shopBase() {
        return URI.create("http://localhost:" + server.port(SHOP_SOCKET));
    }

    /** The ports in use. */
    public ServerPorts ports() {
        return new ServerPorts(server.port(), server.port(SHOP_SOCKET));
    }

    /** Stops listening and waits for running requests for half a second. */
    @Override
    public void close() {
        server.stop();
    }
}
