package io.tetherkey.bank.web.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.web.LimitedBody;
import io.tetherkey.bank.web.ProblemException;
import io.tetherkey.bank.web.Problems;

/** Reads and writes {@code application/cbor} bodies. */
final class CborBodies {

    static final String MEDIA_TYPE = "application/cbor";

    private CborBodies() {}

    /** The body as it came; at most {@value LimitedBody#LONGEST} bytes. */
    static byte[] read(ServerRequest request) {
        boolean cbor = request.headers()
                .contentType()
                .filter(type -> type.mediaType().text().equals(MEDIA_TYPE))
                .isPresent();
        if (!cbor) {
            throw new ProblemException(Problems.ofStatus(415));
        }
        return LimitedBody.read(request);
    }

    static void send(ServerResponse response, int status, byte[] body) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(body);
    }
}
