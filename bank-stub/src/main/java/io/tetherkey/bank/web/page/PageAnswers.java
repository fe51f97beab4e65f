package io.tetherkey.bank.web.page;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** How pages leave: in the reader's language, shut in by {@link PageHeaders}, kept by no cache. */
public final class PageAnswers {
    private static final String HTML = "text/html; charset=utf-8";

    private PageAnswers() {}

    /** Sends one page. */
    public static void page(ServerRequest request, ServerResponse response, Status status, Html html) {
        PageLanguageChoice.remember(request, response);
        PageHeaders.set(response);
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, HTML)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.VARY, "Accept-Language, Cookie")
                .send(html.markup());
    }

    /** Sends the browser to another page with GET. */
    public static void seeOther(ServerResponse response, String location) {
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, location)
                .send();
    }
}
