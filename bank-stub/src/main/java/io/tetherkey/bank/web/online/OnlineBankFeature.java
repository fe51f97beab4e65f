package io.tetherkey.bank.web.online;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.web.online.LoginPage.Notice;
import io.tetherkey.bank.web.online.OnlineDesk.Entry;
import io.tetherkey.bank.web.online.OnlineDesk.Visitor;
import io.tetherkey.bank.web.page.ErrorPage;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageAnswers;
import io.tetherkey.bank.web.page.PageLanguageChoice;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.seal.RandomSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The pages of each bank under {@code /bank/ID}: log in, certificates, revoke, letter with an activation code. They need
 * no script. A form is taken only with its own token, and never from another site.
 */
public final class OnlineBankFeature implements HttpFeature {

    private static final int MOST_TEXT = 128;
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    private final List<OnlineBank> banks;
    private final OnlineDesk desk;
    private final DemoLogin demo;

    public OnlineBankFeature(
            List<OnlineBank> banks,
            Database database,
            PasswordHasher hasher,
            ActivationCodes codes,
            DemoLogin demo,
            RandomSource random,
            Clock clock) {
        this.banks = List.copyOf(banks);
        this.desk = new OnlineDesk(database, hasher, codes, random, clock);
        this.demo = demo;
    }

    /** Something that a bank's page does. */
    @FunctionalInterface
    private interface Action {
        void run(Call call);
    }

    /** Something that only a visitor who is logged in can do. */
    @FunctionalInterface
    private interface VisitorAction {
        void run(Call call, Visitor visitor);
    }

    /** One request to one bank. */
    private record Call(ServerRequest request, ServerResponse response, OnlineBank bank, Texts texts) {
        Optional<String> cookie(String name) {
            return PageCookies.read(request, name);
        }
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.get("/bank", this::list);
        get(routing, "/bank/{id}", this::home);
        for (var form : List.of("login", "logout", "letter", "revoke")) {
            get(routing, "/bank/{id}/" + form, OnlineBankFeature::backHome);
        }
        post(routing, "/bank/{id}/login", this::login);
        post(routing, "/bank/{id}/logout", loggedIn(this::logout));
        post(routing, "/bank/{id}/letter", loggedIn(this::letter));
        post(routing, "/bank/{id}/revoke", loggedIn(this::revoke));
    }

    private void get(HttpRouting.Builder routing, String path, Action action) {
        routing.get(path, (request, response) -> atBank(request, response, action));
    }

    private void post(HttpRouting.Builder routing, String path, Action action) {
        routing.post(path, (request, response) -> atBank(request, response, call -> fromOwnPage(call, action)));
    }

    private void atBank(ServerRequest request, ServerResponse response, Action action) {
        Texts texts = Texts.of(PageLanguageChoice.of(request));
        String id = request.path().pathParameters().get("id");
        var bank = banks.stream().filter(each -> each.bankId().equals(id)).findFirst();
        if (bank.isEmpty()) {
            PageAnswers.page(request, response, Status.NOT_FOUND_404, ErrorPage.render(texts, "error.notFound"));
            return;
        }
        action.run(new Call(request, response, bank.get(), texts));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Texts texts = Texts.of(PageLanguageChoice.of(request));
        PageAnswers.page(request, response, Status.OK_200, BankListPage.render(texts, banks));
    }

    /** A form comes from this bank's own page, as a form, or not at all. */
    private static void fromOwnPage(Call call, Action action) {
        boolean own = call.request()
                .headers()
                .value(FETCH_SITE)
                .map("same-origin"::equals)
                .orElse(true);
        boolean form = call.request().content().hasEntity()
                && call.request()
                        .headers()
                        .contentType()
                        .filter(type -> type.mediaType().equals(MediaTypes.APPLICATION_FORM_URLENCODED))
                        .isPresent();
        if (own && form) {
            action.run(call);
        } else {
            refuse(call);
        }
    }

    private static void refuse(Call call) {
        Html page = ErrorPage.render(call.texts(), call.bank().house(call.texts()), "error.badForm", "online.back");
        PageAnswers.page(call.request(), call.response(), Status.FORBIDDEN_403, page);
    }

    private static void backHome(Call call) {
        PageAnswers.seeOther(call.response(), call.bank().path());
    }

    private void home(Call call) {
        var visitor = visitor(call);
        if (visitor.isEmpty()) {
            loginPage(call, Status.OK_200, Notice.NONE);
            return;
        }
        var page = CertificatesPage.render(
                call.texts(),
                call.bank(),
                visitor.get(),
                desk.certificates(visitor.get()),
                desk.hasLetter(visitor.get()));
        PageAnswers.page(call.request(), call.response(), Status.OK_200, page);
    }

    private Optional<Visitor> visitor(Call call) {
        return call.cookie(PageCookies.LOGIN)
                .flatMap(token -> desk.visitor(call.bank().bankId(), token));
    }

    private void loginPage(Call call, Status status, Notice notice) {
        String formToken = desk.token();
        PageCookies.set(call.request(), call.response(), call.bank(), PageCookies.FORM, formToken);
        PageAnswers.page(
                call.request(),
                call.response(),
                status,
                LoginPage.render(call.texts(), call.bank(), formToken, demo, notice));
    }

    private void login(Call call) {
        Parameters form = call.request().content().as(Parameters.class);
        if (!call.cookie(PageCookies.FORM).map(token -> isSame(form, token)).orElse(false)) {
            refuse(call);
            return;
        }
        String user = field(form, "user");
        char[] password = field(form, "password").toCharArray();
        try {
            switch (desk.enter(call.bank().bankId(), user, password)) {
                case Entry.Open(String token) -> {
                    PageCookies.set(call.request(), call.response(), call.bank(), PageCookies.LOGIN, token);
                    PageCookies.drop(call.request(), call.response(), call.bank(), PageCookies.FORM);
                    backHome(call);
                }
                case Entry.Wrong() -> loginPage(call, Status.FORBIDDEN_403, Notice.WRONG);
                case Entry.Paused() -> loginPage(call, Status.TOO_MANY_REQUESTS_429, Notice.PAUSED);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A form of a visitor, with the token that stands in each of that visitor's forms. */
    private Action loggedIn(VisitorAction action) {
        return call -> {
            var visitor = visitor(call);
            if (visitor.isEmpty()) {
                loginPage(call, Status.FORBIDDEN_403, Notice.ENDED);
                return;
            }
            Parameters form = call.request().content().as(Parameters.class);
            if (!isSame(form, visitor.get().formToken())) {
                refuse(call);
                return;
            }
            call.request().context().register(form);
            action.run(call, visitor.get());
        };
    }

    private void logout(Call call, Visitor visitor) {
        call.cookie(PageCookies.LOGIN).ifPresent(desk::leave);
        PageCookies.drop(call.request(), call.response(), call.bank(), PageCookies.LOGIN);
        backHome(call);
    }

    private void letter(Call call, Visitor visitor) {
        var page = LetterPage.render(call.texts(), call.bank(), desk.letter(visitor));
        PageAnswers.page(call.request(), call.response(), Status.OK_200, page);
    }

    private void revoke(Call call, Visitor visitor) {
        Parameters form = call.request().context().get(Parameters.class).orElseThrow();
        if (desk.revoke(visitor, field(form, "certificate"))) {
            backHome(call);
        } else {
            refuse(call);
        }
    }

    private static boolean isSame(Parameters form, String token) {
        return MessageDigest.isEqual(
                field(form, "form").getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** A field of a form; empty if it is missing or longer than any good one. */
    private static String field(Parameters form, String name) {
        return form.first(name)
                .asOptional()
                .filter(value -> value.length() <= MOST_TEXT)
                .orElse("");
    }
}
