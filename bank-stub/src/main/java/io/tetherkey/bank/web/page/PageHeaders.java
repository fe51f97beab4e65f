package io.tetherkey.bank.web.page;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

/** The headers that keep a page to itself: only its own style, script and pictures, no frames, no referrer. */
public final class PageHeaders {
    /** Content Security Policy Level 3: everything is shut, then what the pages use is opened. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName SNIFF = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER = HeaderNames.create("Referrer-Policy");
    private static final HeaderName OPENER = HeaderNames.create("Cross-Origin-Opener-Policy");

    private PageHeaders() {}

    public static void set(ServerResponse response) {
        response.header(POLICY, CONTENT_SECURITY_POLICY)
                .header(SNIFF, "nosniff")
                .header(REFERRER, "no-referrer")
                .header(OPENER, "same-origin");
    }
}
