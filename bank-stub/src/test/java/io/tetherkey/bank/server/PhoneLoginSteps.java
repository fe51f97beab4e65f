package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.server.BankFixture.Offered;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.session.ChipEffect;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logins with the phone step by step: a browser on real pages over HTTPS, an app that relays, the demo's chip. */
abstract class PhoneLoginSteps {

    @RegisterExtension
    final BankRun run = new BankRun();

    @SuppressWarnings("NullAway.Init")
    BankFixture fixture;

    @SuppressWarnings("NullAway.Init")
    TestBrowser browser;

    @SuppressWarnings("NullAway.Init")
    TestPhone phone;

    @BeforeEach
    void start() throws Exception {
        fixture = run.bank();
        browser = new TestBrowser(fixture, "harbour");
        phone = TestPhone.of(fixture.folder, 1);
    }

    static byte[] ticket(String link) {
        return Base64.getUrlDecoder().decode(link.substring(link.indexOf('.') + 1));
    }

    Answer begin(String bankId, byte[] ticket) throws Exception {
        return fixture.post(
                "/tk1/sessions",
                new CborMapWriter().put(1, bankId).put(3, ticket).encode());
    }

    Offered offered(String link) throws Exception {
        var in = CborMapReader.of(begin("harbour", ticket(link)).body());
        return new Offered(HexFormat.of().formatHex(in.bytes(1, 16, 16)), in.bytes(2, 1, 60_000));
    }

    Answer accept(Offered offered, String origin, String password) throws Exception {
        return fixture.send(offered.sessionId(), phone.accept(offered.offer(), origin, "alice", password));
    }

    /** Up to the question for the payment key. */
    Offered asked(String link) throws Exception {
        var offered = offered(link);
        var challenge = accept(offered, fixture.bank().apiBase().toString(), TestPhone.PASSWORD);
        assertThat(challenge.status()).as(challenge.text()).isEqualTo(200);
        phone.receive(challenge.body());
        return offered;
    }

    Answer type(Offered offered, String key) throws Exception {
        return fixture.send(offered.sessionId(), phone.enter(key));
    }

    /** App and phone see a link through. */
    Offered logIn(String link) throws Exception {
        var offered = asked(link);
        assertThat(phone.receive(type(offered, TestPhone.RIGHT_KEY).body())).isInstanceOf(ChipEffect.LoggedIn.class);
        return offered;
    }

    Answer complete(String sessionId) throws Exception {
        return fixture.post(
                "/tk1/sessions/" + sessionId + "/completion",
                new CborMapWriter().put(1, "harbour").encode());
    }

    String code(Offered offered) throws Exception {
        return CborMapReader.of(complete(offered.sessionId()).body()).text(1, 8);
    }

    static void requireProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
    }

    int attemptsLeft() {
        return fixture.bank()
                .database()
                .read(stores -> stores.certificates().ofCustomer("harbour-0001"))
                .getFirst()
                .certificate()
                .attemptsLeft();
    }

    void requireLoggedOut(TestBrowser who) throws Exception {
        assertThat(who.get("").body()).contains("name=\"password\"").doesNotContain("Logged in as");
    }
}
