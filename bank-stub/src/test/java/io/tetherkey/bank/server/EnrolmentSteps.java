package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.server.BankFixture.Offered;
import io.tetherkey.bank.store.CertificateStore;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.session.ChipEffect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bank over real HTTPS, and the steps of enrolments and payments with the real chip's end. */
abstract class EnrolmentSteps {

    static final String USER = DemoProfile.USER;
    static final long PRICE = 100;

    @RegisterExtension
    final BankRun run = new BankRun();

    @SuppressWarnings("NullAway.Init")
    BankFixture bank;

    @BeforeEach
    void start() {
        bank = run.bank();
    }

    @AfterEach
    void evidenceIsIntact() {
        for (var each : DemoBank.ALL) {
            assertThat((boolean)
                            bank.bank().database().inTransaction(stores -> EvidenceLog.isIntact(stores, each.bankId())))
                    .isTrue();
        }
    }

    TestChip chip(String bankId) {
        var demo = DemoBank.ALL.stream()
                .filter(each -> each.bankId().equals(bankId))
                .findFirst()
                .orElseThrow();
        return new TestChip(demo, bank.profile.keys().bank(demo).issuing().rootDer());
    }

    String letter(String bankId) throws Exception {
        var request = HttpRequest.newBuilder(bank.bank().apiBase().resolve("/demo/letters"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("bank=" + bankId + "&user=" + USER));
        return bank.client.send(request.build(), BodyHandlers.ofString()).body().replaceAll("[^0-9]", "");
    }

    static String otherThan(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    Answer begin(String bankId, int purpose) throws Exception {
        return bank.post(
                "/tk1/enrolments",
                new CborMapWriter().put(1, bankId).put(2, purpose).encode());
    }

    Offered offered(String bankId, EnrolmentPurpose purpose) throws Exception {
        var answer = begin(bankId, purpose.code());
        assertThat(answer.status()).isEqualTo(201);
        var in = CborMapReader.of(answer.body());
        return new Offered(HexFormat.of().formatHex(in.bytes(1, 16, 16)), in.bytes(2, 1, 60_000));
    }

    Answer send(Offered session, byte[] message) throws Exception {
        return bank.post("/tk1/enrolments/" + session.sessionId() + "/messages", message);
    }

    static byte[] ok(Answer answer) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return answer.body();
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
    }

    TestChip enrolled(String bankId) throws Exception {
        var chip = chip(bankId);
        var code = letter(bankId);
        var session = offered(bankId, EnrolmentPurpose.NEW);
        var issued = ok(send(session, chip.request(session.offer(), USER, code)));
        assertThat(chip.conclude(ok(send(session, chip.keySet(issued))))).isTrue();
        return chip;
    }

    Offered challenged(TestChip chip, String bankId) throws Exception {
        var session = bank.offered(bankId, bank.order(bank.newOrderId(), PRICE, List.of()));
        chip.receive(ok(bank.send(session.sessionId(), chip.accept(session.offer(), USER, TestPhone.PASSWORD))));
        return session;
    }

    void pay(TestChip chip, String bankId) throws Exception {
        var session = challenged(chip, bankId);
        chip.receive(ok(bank.send(session.sessionId(), chip.answer(TestChip.Answer.RIGHT))));
        var end = chip.receive(ok(bank.send(session.sessionId(), chip.approve())));
        assertThat(((ChipEffect.Finish) end).outcome().result()).isEqualTo(SlotResult.PAID);
    }

    void fail(TestChip chip, String bankId, int times) throws Exception {
        var session = challenged(chip, bankId);
        for (int i = 0; i < times; i++) {
            chip.receive(ok(bank.send(session.sessionId(), chip.answer(TestChip.Answer.WRONG))));
        }
    }

    ChipCertificate certificate(TestChip chip) {
        var print = CertificateStore.fingerprint(Hashes.sha256(chip.chain().getFirst()));
        return bank.bank()
                .database()
                .read(stores -> stores.certificates().find(print).orElseThrow());
    }

    Answer refusedAccept(TestChip chip, String bankId) throws Exception {
        var session = bank.offered(bankId, bank.order(bank.newOrderId(), PRICE, List.of()));
        return bank.send(session.sessionId(), chip.accept(session.offer(), USER, TestPhone.PASSWORD));
    }

    byte[] evidence() {
        return String.join(
                        "",
                        bank.bank().database().read(stores -> stores.evidence().entries("harbour")).stream()
                                .map(entry -> new String(entry.contents(), ISO_8859_1))
                                .toList())
                .getBytes(ISO_8859_1);
    }
}
