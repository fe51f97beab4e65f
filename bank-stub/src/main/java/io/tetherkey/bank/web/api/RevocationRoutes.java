package io.tetherkey.bank.web.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.enrolment.ChipRegistrar;
import io.tetherkey.bank.web.ProblemException;
import io.tetherkey.bank.web.Problems;
import io.tetherkey.protocol.message.Fault;
import java.security.cert.CRLException;
import java.util.Map;
import java.util.Optional;

/** The revocation list of a bank's chips: {@code GET /tk1/banks/{id}/crl} (RFC 5280 §5). */
public final class RevocationRoutes implements HttpFeature {

    private final Map<String, ChipRegistrar> registrars;

    public RevocationRoutes(Map<String, ChipRegistrar> registrars) {
        this.registrars = Map.copyOf(registrars);
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.get("/tk1/banks/{id}/crl", this::list);
    }

    private void list(ServerRequest request, ServerResponse response) throws CRLException {
        var registrar = Optional.ofNullable(
                        registrars.get(request.path().pathParameters().get("id")))
                .orElseThrow(() -> new ProblemException(Problems.of(Fault.BANK_UNKNOWN)));
        response.header(HeaderNames.CONTENT_TYPE, "application/pkix-crl")
                .send(registrar.revocationList().getEncoded());
    }
}
