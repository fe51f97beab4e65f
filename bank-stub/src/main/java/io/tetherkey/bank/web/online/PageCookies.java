package io.tetherkey.bank.web.online;

import io.helidon.http.SetCookie;
import io.helidon.http.SetCookie.SameSite;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of a bank's pages; scripts cannot read them. No other site can make a browser send the first two; the third
 * comes along when a page is opened from outside, as the app does at the end of a login, and is never enough alone.
 */
final class PageCookies {

    /** Who is logged in. */
    static final String LOGIN = "login";

    /** What the form of the login page must repeat. */
    static final String FORM = "form";

    /** The web session of a login with the phone that this browser asked for. */
    static final String PHONE = "phone";

    private PageCookies() {}

    static Optional<String> read(ServerRequest request, String name) {
        return request.headers().cookies().first(name).asOptional();
    }

    /** A cookie for one bank's pages; over HTTPS it never leaves by plain HTTP. */
    static void set(OnlineCall call, String name, String value) {
        add(call, name, value, OnlineDesk.LASTS, SameSite.STRICT);
    }

    /** The same, but it comes along when another program opens one of the pages in this browser. */
    static void setForNavigation(OnlineCall call, String name, String value) {
        add(call, name, value, OnlineDesk.LASTS, SameSite.LAX);
    }

    static void drop(OnlineCall call, String name) {
        add(call, name, "", Duration.ZERO, SameSite.STRICT);
    }

    private static void add(OnlineCall call, String name, String value, Duration maxAge, SameSite sameSite) {
        call.response().headers().addCookie(cookie(call.request(), call.bank(), name, value, maxAge, sameSite));
    }

    private static SetCookie cookie(
            ServerRequest request, OnlineBank bank, String name, String value, Duration maxAge, SameSite sameSite) {
        return SetCookie.builder(name, value)
                .path(bank.path())
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(sameSite)
                .build();
    }
}
