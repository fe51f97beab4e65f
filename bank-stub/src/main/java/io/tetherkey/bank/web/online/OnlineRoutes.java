package io.tetherkey.bank.web.online;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.web.page.ErrorPage;
import io.tetherkey.bank.web.page.PageAnswers;
import io.tetherkey.bank.web.page.PageLanguageChoice;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.message.Fault;
import java.util.List;

/** Leads requests under {@code /bank/ID} to what the page of that bank does; a form that is not its own goes nowhere. */
record OnlineRoutes(HttpRouting.Builder routing, List<OnlineBank> banks) {

    /** Something that a bank's page does. */
    @FunctionalInterface
    interface Action {
        void run(OnlineCall call);
    }

    void get(String path, Action action) {
        routing.get("/bank/{id}" + path, (request, response) -> atBank(request, response, action));
    }

    void post(String path, Action action) {
        routing.post(
                "/bank/{id}" + path,
                (request, response) -> atBank(request, response, call -> {
                    if (call.isOwnForm()) {
                        action.run(call);
                    } else {
                        call.refuse();
                    }
                }));
    }

    private void atBank(ServerRequest request, ServerResponse response, Action action) {
        Texts texts = Texts.of(PageLanguageChoice.of(request));
        String id = request.path().pathParameters().get("id");
        var bank = banks.stream().filter(each -> each.bankId().equals(id)).findFirst();
        if (bank.isEmpty()) {
            PageAnswers.page(request, response, Status.NOT_FOUND_404, ErrorPage.render(texts, Fault.PAGE_UNKNOWN));
            return;
        }
        action.run(new OnlineCall(request, response, bank.get(), texts));
    }
}
