package io.tetherkey.bank.web.online;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.sse.SseSink;
import io.tetherkey.bank.login.LoginProgress;
import io.tetherkey.bank.login.PhoneLogins;
import io.tetherkey.bank.login.PhoneLogins.Completion;
import io.tetherkey.bank.web.page.ErrorPage;
import io.tetherkey.bank.web.page.PageHeaders;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;

/**
 * "Log in with the phone" (PROTOCOL.md, "Login"): the page that asks and shows how it goes, and the completion with the
 * code of the app. Only the browser that asked holds the cookie without which the code is worth nothing.
 */
final class PhoneLoginRoutes {

    private final PhoneLogins logins;
    private final OnlineDesk desk;

    PhoneLoginRoutes(PhoneLogins logins, OnlineDesk desk) {
        this.logins = logins;
        this.desk = desk;
    }

    void add(OnlineRoutes routes) {
        routes.post("/phone", this::ask);
        routes.get("/phone", this::show);
        routes.get("/phone/events", this::events);
        routes.get("/finish", this::opened);
        routes.post("/finish", this::typed);
    }

    /** Begins, or begins anew: what this browser asked before is void. */
    private void ask(OnlineCall call) {
        if (!isAskingPage(call)) {
            call.refuse();
            return;
        }
        asked(call).ifPresent(logins::giveUp);
        PageCookies.setForNavigation(
                call, PageCookies.PHONE, logins.ask(call.bank().bankId()));
        call.seeOther(call.bank().path() + "/phone");
    }

    /** The login page's form, or the form of the page that shows a login that was asked before. */
    private boolean isAskingPage(OnlineCall call) {
        return call.cookie(PageCookies.FORM).filter(call::carries).isPresent()
                || asked(call)
                        .map(PhoneLoginPage::formToken)
                        .filter(call::carries)
                        .isPresent();
    }

    private Optional<String> asked(OnlineCall call) {
        return call.cookie(PageCookies.PHONE);
    }

    private Optional<LoginProgress> progress(OnlineCall call) {
        return asked(call).flatMap(token -> logins.progress(call.bank().bankId(), token));
    }

    private void show(OnlineCall call) {
        var progress = progress(call);
        if (progress.isEmpty() || progress.get() instanceof LoginProgress.Finished) {
            call.backHome();
            return;
        }
        call.page(
                Status.OK_200,
                PhoneLoginPage.render(call.texts(), call.bank(), asked(call).orElseThrow(), progress.get()));
    }

    private void events(OnlineCall call) {
        if (progress(call).isEmpty()) {
            call.page(Status.NOT_FOUND_404, ErrorPage.render(call.texts(), Fault.PAGE_UNKNOWN));
            return;
        }
        PageHeaders.set(call.response());
        call.response().header(HeaderNames.CACHE_CONTROL, "no-store");
        try (SseSink sink = call.response().sink(SseSink.TYPE)) {
            new LiveLogin(sink, () -> progress(call).map(now -> PhoneLoginPage.event(call.texts(), call.bank(), now)))
                    .run();
        }
    }

    /** The app opened the browser with the code. Another site's link would only waste tries. */
    private void opened(OnlineCall call) {
        if (call.isLedByAnotherSite()) {
            call.refuse();
        } else {
            complete(call, call.parameter("code"), FinishPage.From.THE_APP);
        }
    }

    /** The code typed into the page that asked. */
    private void typed(OnlineCall call) {
        if (asked(call).map(PhoneLoginPage::formToken).filter(call::carries).isPresent()) {
            complete(call, call.field("code").replace(" ", ""), FinishPage.From.THE_PAGE);
        } else {
            call.refuse();
        }
    }

    private void complete(OnlineCall call, String code, FinishPage.From from) {
        var token = asked(call);
        if (token.isEmpty()
                || logins.progress(call.bank().bankId(), token.get()).isEmpty()) {
            call.page(Status.FORBIDDEN_403, FinishPage.otherBrowser(call.texts(), call.bank()));
            return;
        }
        String login = desk.token();
        switch (logins.complete(
                call.bank().bankId(),
                token.get(),
                code,
                (stores, customerId) -> desk.logIn(stores, login, customerId))) {
            case Completion.In() -> {
                PageCookies.set(call, PageCookies.LOGIN, login);
                PageCookies.drop(call, PageCookies.FORM);
                switch (from) {
                    case THE_APP -> call.page(Status.OK_200, FinishPage.done(call.texts(), call.bank()));
                    case THE_PAGE -> call.backHome();
                }
            }
            case Completion.Wrong(int left) ->
                call.page(Status.FORBIDDEN_403, FinishPage.wrong(call.texts(), call.bank(), left));
            case Completion.Over() -> call.page(Status.FORBIDDEN_403, FinishPage.over(call.texts(), call.bank()));
        }
    }
}
