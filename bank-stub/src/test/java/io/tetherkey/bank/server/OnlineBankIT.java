package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.enrolment.ActivationCodes.Judgement;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.bank.web.page.PageHeaders;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bank's pages as a browser without scripts uses them. */
class OnlineBankIT {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("id=\"activation-code\">([0-9]{4} [0-9]{4} [0-9]{4})<");

    @RegisterExtension
    private final BankRun run = new BankRun();

    @SuppressWarnings("NullAway.Init")
    private BankFixture fixture;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();

    @BeforeEach
    void start() {
        fixture = run.bank();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var jar = cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        if (!jar.isEmpty()) {
            request.header("Cookie", jar);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return response;
    }

    private URI at(String path) {
        return fixture.bank().shopBase().resolve(path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String... headers) throws Exception {
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> login(String bank, String user, String password) throws Exception {
        var form = found(FORM_TOKEN, get("/bank/" + bank).body());
        return post("/bank/" + bank + "/login", Map.of("form", form, "user", user, "password", password));
    }

    private HttpResponse<String> login(String user, String password) throws Exception {
        return login("harbour", user, password);
    }

    /** Logs Alice in and gives the token of her forms. */
    private String formOfAlice() throws Exception {
        assertThat(login("alice", TestPhone.PASSWORD).statusCode()).isEqualTo(303);
        return found(FORM_TOKEN, get("/bank/harbour").body());
    }

    private ChipCertificate certificate(String bank) {
        return fixture.bank()
                .database()
                .read(stores -> stores.certificates().ofCustomer(bank + "-0001"))
                .getFirst()
                .certificate();
    }

    @Test
    void shopLeadsToTheBanksAndTheyToTheirLogins() throws Exception {
        assertThat(get("/shop").body()).contains("href=\"/bank\"");
        assertThat(get("/bank").body())
                .contains("href=\"/bank/harbour\"", "href=\"/bank/jade\"", "href=\"/bank/summit\"");
        var login = get("/bank/summit?lang=zh-CN");
        assertThat(login.body()).contains("lang=\"zh-CN\"", "峰顶银行", "用户名");
        assertThat(login.headers().firstValue("Content-Security-Policy")).contains(PageHeaders.CONTENT_SECURITY_POLICY);
        assertThat(get("/bank/nosuch").statusCode()).isEqualTo(404);
    }

    @Nested
    class Login {

        @Test
        void rightPasswordShowsTheOwnCertificates() throws Exception {
            formOfAlice();
            var page = get("/bank/harbour").body();
            var print = certificate("harbour").fingerprint();
            assertThat(page)
                    .contains("Logged in as alice", "Active", "10 of 10 left", "ECDSA P-256")
                    .contains(print.substring(0, 4) + " " + print.substring(4, 8));
            assertThat(page)
                    .doesNotContain(certificate("jade").fingerprint().substring(0, 4) + " "
                            + certificate("jade").fingerprint().substring(4, 8));
        }

        @Test
        void cookieIsForThisBankAloneAndNoScriptReadsIt() throws Exception {
            var cookie = login("alice", TestPhone.PASSWORD).headers().allValues("Set-Cookie").stream()
                    .filter(each -> each.startsWith("login="))
                    .findFirst()
                    .orElseThrow();
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/bank/harbour");
            assertThat(get("/bank/jade").body()).as("at another bank").contains("name=\"password\"");
        }

        @Test
        void cookieNeverLeavesHttpsUnprotected() throws Exception {
            var request = HttpRequest.newBuilder(fixture.bank().apiBase().resolve("/bank/harbour"));
            var response = fixture.client.send(request.build(), BodyHandlers.ofString());
            assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("Secure");
        }

        @Test
        void wrongPasswordAndUnknownUserLookTheSame() throws Exception {
            var wrong = login("alice", "wrong");
            var unknown = login("nobody", TestPhone.PASSWORD);
            assertThat(wrong.statusCode()).isEqualTo(403);
            assertThat(unknown.statusCode()).isEqualTo(403);
            assertThat(FORM_TOKEN.matcher(wrong.body()).replaceAll(""))
                    .contains("User name or password is wrong.", "Check both and try again.", "TK-401")
                    .isEqualTo(FORM_TOKEN.matcher(unknown.body()).replaceAll(""));
        }

        @Test
        void fiveWrongPasswordsPauseTheNameForAMinute() throws Exception {
            for (int i = 0; i < 5; i++) {
                assertThat(login("alice", "wrong").statusCode()).isEqualTo(403);
            }
            assertThat(login("alice", TestPhone.PASSWORD).statusCode()).isEqualTo(429);
            assertThat(login("jade", "alice", TestPhone.PASSWORD).statusCode())
                    .as("at another bank")
                    .isEqualTo(303);
            fixture.clock.advance(Duration.ofSeconds(61));
            assertThat(login("alice", TestPhone.PASSWORD).statusCode()).isEqualTo(303);
        }

        @Test
        void loginEndsAfterAQuarterOfAnHour() throws Exception {
            var form = formOfAlice();
            fixture.clock.advance(Duration.ofMinutes(15).plusSeconds(1));
            assertThat(get("/bank/harbour").body()).contains("name=\"password\"");
            assertThat(post("/bank/harbour/letter", Map.of("form", form)).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void logoutEndsTheLoginAtTheBank() throws Exception {
            var form = formOfAlice();
            var token = cookies.get("login");
            assertThat(post("/bank/harbour/logout", Map.of("form", form)).statusCode())
                    .isEqualTo(303);
            cookies.put("login", String.valueOf(token));
            assertThat(get("/bank/harbour").body()).contains("name=\"password\"");
        }

        @Test
        void loginFormOfAnotherBrowserIsRefused() throws Exception {
            var form = found(FORM_TOKEN, get("/bank/harbour").body());
            cookies.clear();
            var answer =
                    post("/bank/harbour/login", Map.of("form", form, "user", "alice", "password", TestPhone.PASSWORD));
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class Letter {

        @Test
        void codeOfTheLetterIsGood() throws Exception {
            var page = post("/bank/harbour/letter", Map.of("form", formOfAlice()));
            assertThat(page.body()).contains("DEMO: a real bank sends this by post");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            var code = found(CODE, page.body()).replace(" ", "");
            assertThat(judge(code)).isEqualTo(new Judgement.Right());
            assertThat(get("/bank/harbour").body()).doesNotContain(code);
            assertThat(get("/bank/harbour/letter").statusCode()).isEqualTo(303);
        }

        @Test
        void codeOfTheDemoRouteIsGood() throws Exception {
            var answer = fixture.client.send(
                    HttpRequest.newBuilder(fixture.bank().apiBase().resolve("/demo/letters"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("bank=harbour&user=alice"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.body()).matches("\\{\"code\":\"[0-9]{12}\"}");
            assertThat(judge(answer.body().replaceAll("[^0-9]", ""))).isEqualTo(new Judgement.Right());
        }

        private Judgement judge(String code) {
            var random = new SecureRandom();
            var codes = new ActivationCodes(
                    fixture.bank().database(), new PasswordHasher(random), random::nextBytes, fixture.clock);
            return fixture.bank()
                    .database()
                    .inTransaction(
                            stores -> codes.judge(stores, "harbour-0001", code.toCharArray(), fixture.clock.instant()));
        }
    }

    @Nested
    class Revocation {

        @Test
        void certificateIsRevokedAndListed() throws Exception {
            var print = certificate("harbour").fingerprint();
            var answer = post("/bank/harbour/revoke", Map.of("form", formOfAlice(), "certificate", print));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(certificate("harbour").status()).isEqualTo(CertificateStatus.REVOKED);
            assertThat(get("/bank/harbour").body()).contains("Revoked").doesNotContain("/bank/harbour/revoke");
        }

        @Test
        void certificateOfSomebodyElseIsNotRevoked() throws Exception {
            var print = certificate("jade").fingerprint();
            var answer = post("/bank/harbour/revoke", Map.of("form", formOfAlice(), "certificate", print));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(certificate("jade").status()).isEqualTo(CertificateStatus.ACTIVE);
        }

        @Test
        void formWithoutItsTokenIsRefused() throws Exception {
            formOfAlice();
            var print = certificate("harbour").fingerprint();
            assertThat(post("/bank/harbour/revoke", Map.of("form", "guessed", "certificate", print))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(certificate("harbour").status()).isEqualTo(CertificateStatus.ACTIVE);
        }

        @Test
        void formFromAnotherSiteIsRefused() throws Exception {
            var form = formOfAlice();
            var print = certificate("harbour").fingerprint();
            for (var site : new String[] {"cross-site", "same-site", "none"}) {
                var answer = post(
                        "/bank/harbour/revoke", Map.of("form", form, "certificate", print), "Sec-Fetch-Site", site);
                assertThat(answer.statusCode()).as(site).isEqualTo(403);
            }
            assertThat(certificate("harbour").status()).isEqualTo(CertificateStatus.ACTIVE);
        }
    }

    @Test
    void bodyThatIsNoFormIsRefused() throws Exception {
        formOfAlice();
        var request = HttpRequest.newBuilder(at("/bank/harbour/letter"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("form=x"));
        assertThat(send(request).statusCode()).isEqualTo(403);
    }
}
