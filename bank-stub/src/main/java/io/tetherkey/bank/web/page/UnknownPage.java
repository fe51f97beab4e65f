package io.tetherkey.bank.web.page;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.protocol.message.Fault;

/** Answers every address that nothing else answers with a page that says so; comes last on a socket for browsers. */
public final class UnknownPage implements HttpFeature {

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.any(UnknownPage::answer);
    }

    private static void answer(ServerRequest request, ServerResponse response) {
        Texts texts = Texts.of(PageLanguageChoice.of(request));
        PageAnswers.page(request, response, Status.NOT_FOUND_404, ErrorPage.render(texts, Fault.PAGE_UNKNOWN));
    }
}
