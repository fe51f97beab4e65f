package io.tetherkey.bank.web.online;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/** The two cookies of a bank's pages; scripts cannot read them and no other site can make a browser send them. */
final class PageCookies {

    /** Who is logged in. */
    static final String LOGIN = "login";

    /** What the form of the login page must repeat. */
    static final String FORM = "form";

    private PageCookies() {}

    static Optional<String> read(ServerRequest request, String name) {
        return request.headers().cookies().first(name).asOptional();
    }

    /** A cookie for one bank's pages; over HTTPS it never leaves by plain HTTP. */
    static void set(ServerRequest request, ServerResponse response, OnlineBank bank, String name, String value) {
        response.headers().addCookie(cookie(request, bank, name, value, OnlineDesk.LASTS));
    }

    static void drop(ServerRequest request, ServerResponse response, OnlineBank bank, String name) {
        response.headers().addCookie(cookie(request, bank, name, "", Duration.ZERO));
    }

    private static SetCookie cookie(
            ServerRequest request, OnlineBank bank, String name, String value, Duration maxAge) {
        return SetCookie.builder(name, value)
                .path(bank.path())
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SetCookie.SameSite.STRICT)
                .build();
    }
}
