package io.tetherkey.bank.web.page;

import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Which language a request is answered in: the one that the reader switched to, which a cookie remembers, else the one
 * that the browser asks for.
 */
public final class PageLanguageChoice {
    private static final String NAME = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private PageLanguageChoice() {}

    public static PageLanguage of(ServerRequest request) {
        return switched(request)
                .or(() -> request.headers().cookies().first(NAME).asOptional().flatMap(PageLanguage::fromTag))
                .orElseGet(() -> request.headers()
                        .value(HeaderNames.ACCEPT_LANGUAGE)
                        .map(PageLanguage::fromAcceptLanguage)
                        .orElse(PageLanguage.ENGLISH));
    }

    /** Remembers the language if this request is a switch of it. */
    public static void remember(ServerRequest request, ServerResponse response) {
        switched(request)
                .ifPresent(language -> response.headers()
                        .addCookie(SetCookie.builder(NAME, language.tag())
                                .path("/")
                                .maxAge(REMEMBERED)
                                .httpOnly(true)
                                .sameSite(SetCookie.SameSite.LAX)
                                .build()));
    }

    private static Optional<PageLanguage> switched(ServerRequest request) {
        return request.query().first(NAME).asOptional().flatMap(PageLanguage::fromTag);
    }
}
