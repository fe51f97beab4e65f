package io.tetherkey.bank.web.online;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.web.page.ErrorPage;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageAnswers;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.message.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** One request to one bank's pages, and how it is answered. */
record OnlineCall(ServerRequest request, ServerResponse response, OnlineBank bank, Texts texts) {

    private static final int MOST_TEXT = 128;
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    Optional<String> cookie(String name) {
        return PageCookies.read(request, name);
    }

    void page(Status status, Html page) {
        PageAnswers.page(request, response, status, page);
    }

    void seeOther(String path) {
        PageAnswers.seeOther(response, path);
    }

    void backHome() {
        seeOther(bank.path());
    }

    /** The one answer to a form that is not this page's own. */
    void refuse() {
        page(Status.FORBIDDEN_403, ErrorPage.render(texts, bank.house(texts), Fault.FORM_REFUSED, "online.back"));
    }

    /** Whether this is a form, sent by one of this bank's own pages as far as the browser tells. */
    boolean isOwnForm() {
        boolean own =
                request.headers().value(FETCH_SITE).map("same-origin"::equals).orElse(true);
        return own
                && request.content().hasEntity()
                && request.headers()
                        .contentType()
                        .filter(type -> type.mediaType().equals(MediaTypes.APPLICATION_FORM_URLENCODED))
                        .isPresent();
    }

    /** Whether a page of another site led the browser here; a program that opens the browser does not count as one. */
    boolean isLedByAnotherSite() {
        return request.headers()
                .value(FETCH_SITE)
                .map(from -> !from.equals("none") && !from.equals("same-origin"))
                .orElse(false);
    }

    /** The fields of the form; read once and kept with the request. */
    Parameters form() {
        return request.context().get(Parameters.class).orElseGet(() -> {
            Parameters read = request.content().as(Parameters.class);
            request.context().register(read);
            return read;
        });
    }

    /** A field of the form; empty if it is missing or longer than any good one. */
    String field(String name) {
        return form().first(name)
                .asOptional()
                .filter(value -> value.length() <= MOST_TEXT)
                .orElse("");
    }

    /** A parameter of the address, by the same rule. */
    String parameter(String name) {
        return request.query()
                .first(name)
                .asOptional()
                .filter(value -> value.length() <= MOST_TEXT)
                .orElse("");
    }

    /** Whether the form carries this token. */
    boolean carries(String token) {
        return MessageDigest.isEqual(
                field("form").getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
