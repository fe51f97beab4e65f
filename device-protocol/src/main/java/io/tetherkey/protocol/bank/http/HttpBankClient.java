package io.tetherkey.protocol.bank.http;

import io.tetherkey.protocol.bank.BankAnswers;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks the bank's HTTP API over TLS 1.3, trusting for each bank only the TLS root that the signed directory names.
 *
 * <p>Redirects are not followed and cookies not kept, so the directory's address is the only one that is ever called.
 * An answer is read up to {@value BankAnswers#MAX_BODY_BYTES} bytes. Thread-safe.
 */
public final class HttpBankClient implements BankClient, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpBankClient.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final String CBOR = "application/cbor";

    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    @Override
    public BankReply call(BankEntry bank, BankCall call) throws InterruptedException {
        try {
            HttpClient client = clients.computeIfAbsent(key(bank), id -> client(bank));
            HttpResponse<byte[]> response =
                    client.send(request(bank, call), info -> new LimitedBody(BankAnswers.MAX_BODY_BYTES));
            return BankAnswers.read(
                    call,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (SSLException e) {
            LOG.warn("bank {} is not the one of the directory", bank.bankId(), e);
            return new BankReply.Unreachable(Fault.BANK_NOT_TRUSTED);
        } catch (IOException e) {
            LOG.info("bank {} is out of reach: {}", bank.bankId(), e.toString());
            return new BankReply.Unreachable(Fault.BANK_UNREACHABLE);
        } catch (CborException e) {
            LOG.warn("bank {} gave a malformed answer", bank.bankId(), e);
            return new BankReply.Refused(Fault.MESSAGE_MALFORMED, OptionalInt.empty());
        }
    }

    /** A bank whose TLS root has changed gets a client of its own. */
    private static String key(BankEntry bank) {
        return bank.bankId() + " " + HexFormat.of().formatHex(bank.tlsRoot());
    }

    private static HttpRequest request(BankEntry bank, BankCall call) {
        return switch (call) {
            case BankCall.Begin begin ->
                post(
                        at(bank, "/tk1/sessions"),
                        new CborMapWriter()
                                .put(1, bank.bankId())
                                .put(2, begin.signedOrder())
                                .encode());
            case BankCall.Deliver deliver ->
                post(
                        at(bank, "/tk1/sessions/" + HexFormat.of().formatHex(deliver.sessionId()) + "/messages"),
                        deliver.message());
            case BankCall.BeginLogin begin ->
                post(
                        at(bank, "/tk1/sessions"),
                        new CborMapWriter()
                                .put(1, bank.bankId())
                                .put(3, begin.ticket())
                                .encode());
            case BankCall.CompleteLogin complete ->
                post(
                        at(bank, "/tk1/sessions/" + HexFormat.of().formatHex(complete.sessionId()) + "/completion"),
                        new CborMapWriter().put(1, bank.bankId()).encode());
            case BankCall.BeginEnrolment begin ->
                post(
                        at(bank, "/tk1/enrolments"),
                        new CborMapWriter()
                                .put(1, bank.bankId())
                                .put(2, begin.purpose().code())
                                .encode());
            case BankCall.DeliverEnrolment deliver ->
                post(
                        at(bank, "/tk1/enrolments/" + HexFormat.of().formatHex(deliver.sessionId()) + "/messages"),
                        deliver.message());
            case BankCall.AskStatus ask ->
                base(at(
                                bank,
                                "/tk1/orders/" + ask.orderId() + "?bank="
                                        + URLEncoder.encode(bank.bankId(), StandardCharsets.UTF_8)))
                        .GET()
                        .build();
        };
    }

    private static URI at(BankEntry bank, String path) {
        return bank.api().resolve(path);
    }

    private static HttpRequest post(URI address, byte[] body) {
        return base(address)
                .header("Content-Type", CBOR)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static HttpRequest.Builder base(URI address) {
        return HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).header("Accept", CBOR);
    }

    private static HttpClient client(BankEntry bank) {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        try {
            return HttpClient.newBuilder()
                    .sslContext(PinnedTls.trusting(bank.tlsRoot()))
                    .sslParameters(parameters)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the directory's TLS root of " + bank.bankId() + " cannot be used", e);
        }
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
