package io.tetherkey.bank.web.online;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.login.PhoneLogins;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.web.online.LoginPage.Notice;
import io.tetherkey.bank.web.online.OnlineDesk.Entry;
import io.tetherkey.bank.web.online.OnlineDesk.Visitor;
import io.tetherkey.bank.web.page.PageAnswers;
import io.tetherkey.bank.web.page.PageLanguageChoice;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.seal.RandomSource;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The pages of each bank under {@code /bank/ID}: log in, account, certificates, revoke, letter with an activation code.
 * They need no script but for the live status of a login with the phone. A form is taken only with its own token, and
 * never from another site.
 */
public final class OnlineBankFeature implements HttpFeature {

    private final List<OnlineBank> banks;
    private final OnlineDesk desk;
    private final PhoneLoginRoutes phone;
    private final DemoLogin demo;

    public OnlineBankFeature(
            List<OnlineBank> banks,
            Database database,
            PasswordHasher hasher,
            ActivationCodes codes,
            PhoneLogins logins,
            DemoLogin demo,
            RandomSource random,
            Clock clock) {
        this.banks = List.copyOf(banks);
        this.desk = new OnlineDesk(database, hasher, codes, random, clock);
        this.phone = new PhoneLoginRoutes(logins, desk);
        this.demo = demo;
    }

    /** Something that only a visitor who is logged in can do. */
    @FunctionalInterface
    private interface VisitorAction {
        void run(OnlineCall call, Visitor visitor);
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        routing.get("/bank", this::list);
        var routes = new OnlineRoutes(routing, banks);
        routes.get("", this::home);
        for (var form : List.of("/login", "/logout", "/letter", "/revoke")) {
            routes.get(form, OnlineCall::backHome);
        }
        routes.post("/login", this::login);
        routes.post("/logout", loggedIn(this::logout));
        routes.post("/letter", loggedIn(this::letter));
        routes.post("/revoke", loggedIn(this::revoke));
        phone.add(routes);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Texts texts = Texts.of(PageLanguageChoice.of(request));
        PageAnswers.page(request, response, Status.OK_200, BankListPage.render(texts, banks));
    }

    private void home(OnlineCall call) {
        var visitor = visitor(call);
        if (visitor.isEmpty()) {
            loginPage(call, Status.OK_200, Notice.NONE);
            return;
        }
        var page = HomePage.render(
                call.texts(),
                call.bank(),
                visitor.get(),
                desk.statements(visitor.get()),
                CertificatesPart.render(
                        call.texts(),
                        call.bank(),
                        visitor.get(),
                        desk.certificates(visitor.get()),
                        desk.hasLetter(visitor.get())));
        call.page(Status.OK_200, page);
    }

    private Optional<Visitor> visitor(OnlineCall call) {
        return call.cookie(PageCookies.LOGIN)
                .flatMap(token -> desk.visitor(call.bank().bankId(), token));
    }

    private void loginPage(OnlineCall call, Status status, Notice notice) {
        String formToken = desk.token();
        PageCookies.set(call, PageCookies.FORM, formToken);
        call.page(status, LoginPage.render(call.texts(), call.bank(), formToken, demo, notice));
    }

    private void login(OnlineCall call) {
        if (!call.cookie(PageCookies.FORM).map(call::carries).orElse(false)) {
            call.refuse();
            return;
        }
        char[] password = call.field("password").toCharArray();
        try {
            switch (desk.enter(call.bank().bankId(), call.field("user"), password)) {
                case Entry.Open(String token) -> {
                    PageCookies.set(call, PageCookies.LOGIN, token);
                    PageCookies.drop(call, PageCookies.FORM);
                    call.backHome();
                }
                case Entry.Wrong() -> loginPage(call, Status.FORBIDDEN_403, Notice.WRONG);
                case Entry.Paused() -> loginPage(call, Status.TOO_MANY_REQUESTS_429, Notice.PAUSED);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A form of a visitor, with the token that stands in each of that visitor's forms. */
    private OnlineRoutes.Action loggedIn(VisitorAction action) {
        return call -> {
            var visitor = visitor(call);
            if (visitor.isEmpty()) {
                loginPage(call, Status.FORBIDDEN_403, Notice.ENDED);
            } else if (call.carries(visitor.get().formToken())) {
                action.run(call, visitor.get());
            } else {
                call.refuse();
            }
        };
    }

    private void logout(OnlineCall call, Visitor visitor) {
        call.cookie(PageCookies.LOGIN).ifPresent(desk::leave);
        PageCookies.drop(call, PageCookies.LOGIN);
        call.backHome();
    }

    private void letter(OnlineCall call, Visitor visitor) {
        call.page(Status.OK_200, LetterPage.render(call.texts(), call.bank(), desk.letter(visitor)));
    }

    private void revoke(OnlineCall call, Visitor visitor) {
        if (desk.revoke(visitor, call.field("certificate"))) {
            call.backHome();
        } else {
            call.refuse();
        }
    }
}
