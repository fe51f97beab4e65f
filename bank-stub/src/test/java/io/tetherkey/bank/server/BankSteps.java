package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.server.BankFixture.Offered;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.session.ChipEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bank over real HTTPS with the demo profile's own keys, and the real chip's end. */
abstract class BankSteps {
    static final String CUSTOMER = "HARBOUR-0001";
    static final long OPENING = 500_000;
    static final long PRICE = 12_800;

    @RegisterExtension
    final BankRun run = new BankRun();

    @SuppressWarnings("NullAway.Init")
    BankFixture bank;

    @SuppressWarnings("NullAway.Init")
    TestPhone phone;

    @BeforeEach
    void start() throws Exception {
        bank = run.bank();
        phone = TestPhone.of(bank.folder, 1);
    }

    @AfterEach
    void booksAreSound() {
        assertThat(bank.sumOfBalances()).isZero();
        assertThat((boolean) bank.bank().database().inTransaction(stores -> EvidenceLog.isIntact(stores, "harbour")))
                .isTrue();
    }

    byte[] ok(Answer answer) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return answer.body();
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"").contains("\"status\":" + status);
        assertThat(answer.status()).isEqualTo(status);
    }

    /** Up to the question for the payment key. */
    Offered challenged(byte[] order) throws Exception {
        var offered = bank.offered(order);
        var accept = phone.accept(offered.offer(), "alice", TestPhone.PASSWORD);
        phone.receive(ok(bank.send(offered.sessionId(), accept)));
        return offered;
    }

    Offered allowed(byte[] order) throws Exception {
        var offered = challenged(order);
        var effect = phone.receive(ok(bank.send(offered.sessionId(), phone.enter(TestPhone.RIGHT_KEY))));
        assertThat(effect).isInstanceOf(ChipEffect.AskApproval.class);
        return offered;
    }

    ChipEffect.Finish finish(Offered offered, Decision decision) throws Exception {
        return (ChipEffect.Finish) phone.receive(ok(bank.send(offered.sessionId(), phone.decide(decision))));
    }
}
