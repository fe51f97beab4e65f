package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.webserver.http.HttpFeature;
import io.tetherkey.bank.ca.CertificateAuthority;
import io.tetherkey.bank.ca.CertificateProfile;
import io.tetherkey.bank.ca.Credential;
import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.bank.web.LimitedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BankServerIT {

    private static final HttpFeature API = routing -> routing.get("/tk1/ping", (req, res) -> res.send("api"))
            .post("/tk1/echo", (req, res) -> res.send(LimitedBody.read(req)))
            .get("/tk1/bug", (req, res) -> {
                throw new IllegalStateException("secret detail");
            });
    private static final HttpFeature SHOP = routing -> routing.get("/shop", (req, res) -> res.send("shop"));

    private static Credential tls;
    private static BankServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        var root = CertificateAuthority.createRoot(
                "CN=Test root", KeyAlgorithm.ECDSA_P256, Clock.systemUTC(), new SecureRandom());
        tls = root.issueWithNewKey("CN=localhost", CertificateProfile.TLS_SERVER, List.of("localhost", "127.0.0.1"));
        server = BankServer.start(ServerPorts.ANY, tls, List.of(API), List.of(SHOP));
        client = TestTrust.client(tls.chain().getLast(), "TLSv1.3");
    }

    @AfterAll
    static void stop() {
        server.close();
        client.close();
    }

    @Test
    void apiAnswersOverTls13() throws Exception {
        var answer = get(server.apiBase().resolve("/tk1/ping"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("api");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void apiAnswersByAddressToo() throws Exception {
        var base = URI.create("https://127.0.0.1:" + server.ports().https() + "/tk1/ping");
        assertThat(get(base).body()).isEqualTo("api");
    }

    @Test
    void tls12IsRefused() throws Exception {
        try (var old = TestTrust.client(tls.chain().getLast(), "TLSv1.2")) {
            var request = HttpRequest.newBuilder(server.apiBase().resolve("/tk1/ping"))
                    .build();
            assertThatThrownBy(() -> old.send(request, BodyHandlers.ofString()))
                    .isInstanceOfAny(SSLHandshakeException.class, IOException.class)
                    .hasStackTraceContaining("protocol_version");
        }
    }

    @Test
    void shopAnswersOnBothSockets() throws Exception {
        assertThat(get(server.apiBase().resolve("/shop")).body()).isEqualTo("shop");
        assertThat(get(server.shopBase().resolve("/shop")).body()).isEqualTo("shop");
    }

    @Test
    void apiIsNotOnThePlainSocket() throws Exception {
        assertThat(get(server.shopBase().resolve("/tk1/ping")).statusCode()).isEqualTo(404);
    }

    @Test
    void unknownAddressIsAProblem() throws Exception {
        var answer = get(server.apiBase().resolve("/nothing"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .startsWith("{\"type\":\"about:blank\",\"title\":\"Message not readable\",\"status\":404,")
                .contains("\"code\":\"TK-607\"");
    }

    @Test
    void unknownAddressOfAPageIsAPageInTheReadersLanguage() throws Exception {
        var request = HttpRequest.newBuilder(server.shopBase().resolve("/nothing"))
                .header("Accept-Language", "zh-CN")
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.body()).contains("lang=\"zh", "TK-611", "href=\"/shop\"");
    }

    @Test
    void bodyAtTheLimitIsReadAndOneByteMoreIsRefused() throws Exception {
        assertThat(post(LimitedBody.LONGEST).statusCode()).isEqualTo(200);
        var answer = post(LimitedBody.LONGEST + 1);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"TK-608\"");
    }

    @Test
    void bugShowsNothingOfItsCause() throws Exception {
        var answer = get(server.apiBase().resolve("/tk1/bug"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("TK-901").doesNotContain("secret");
    }

    private static HttpResponse<String> post(int size) throws Exception {
        var body = "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
        var request = HttpRequest.newBuilder(server.apiBase().resolve("/tk1/echo"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
