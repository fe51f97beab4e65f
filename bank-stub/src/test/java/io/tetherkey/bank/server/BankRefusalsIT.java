package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.session.ChipEffect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank refuses, over real HTTPS with the real chip's end, and what a refusal leaves as it was. */
class BankRefusalsIT extends BankSteps {
    @Test
    void sameOrderIdWithOtherContentIsConflict() throws Exception {
        var orderId = bank.newOrderId();
        assertThat(bank.begin(bank.order(orderId, PRICE, List.of())).status()).isEqualTo(201);
        assertProblem(bank.begin(bank.order(orderId, PRICE + 1, List.of())), 409, "TK-504");
    }

    @Test
    void settledOrderIsNotOfferedAgain() throws Exception {
        var order = bank.order(bank.newOrderId(), PRICE, List.of());
        finish(allowed(order), Decision.APPROVED);
        assertProblem(bank.begin(order), 409, "TK-510");
    }

    @Test
    void orderOfAnotherBankIsRefused() throws Exception {
        assertProblem(bank.begin(bank.order(bank.newOrderId(), PRICE, List.of("jade"))), 422, "TK-505");
    }

    @Test
    void orderWithoutMerchantSignatureIsRefused() throws Exception {
        var order = bank.order(bank.newOrderId(), PRICE, List.of());
        order[order.length - 1] ^= 1;
        assertProblem(bank.begin(order), 422, "TK-502");
    }

    @Test
    void attemptThatStopsHalfWayLeavesTheOrderOpenUntilItExpires() throws Exception {
        var orderId = bank.newOrderId();
        var order = bank.order(orderId, PRICE, List.of());
        var offered = allowed(order);
        var authorization = phone.decide(Decision.APPROVED);
        assertThat(bank.status(orderId).status()).isEqualTo("open");
        bank.clock.advance(Duration.ofMinutes(16));
        var status = bank.status(orderId);
        assertThat(status.status()).isEqualTo("failed");
        assertThat(status.reason()).isEqualTo("TK-503");
        assertProblem(bank.begin(order), 410, "TK-503");
        assertProblem(bank.send(offered.sessionId(), authorization), 410, "TK-604");
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING);
    }

    @Test
    void copiedChipIsFoundByItsCounterAndVoided() throws Exception {
        finish(allowed(bank.order(bank.newOrderId(), PRICE, List.of())), Decision.APPROVED);
        phone = TestPhone.of(bank.folder, 1);
        var orderId = bank.newOrderId();
        var finish = finish(allowed(bank.order(orderId, PRICE, List.of())), Decision.APPROVED);

        assertThat(finish.outcome().result()).isEqualTo(SlotResult.PAYMENT_FAILED);
        assertThat(bank.status(orderId).reason()).isEqualTo("TK-305");
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
    }

    @Test
    void wrongPasswordEndsTheSessionAndLeavesTheCounter() throws Exception {
        var offered = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        var accept = phone.accept(offered.offer(), "alice", "not the password");
        var refused = bank.send(offered.sessionId(), accept);
        assertProblem(refused, 403, "TK-401");
        assertThat(refused.text()).contains("\"counted\":false");
        assertProblem(bank.send(offered.sessionId(), accept), 403, "TK-401");
        var good = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        var asked = (ChipEffect.AskPaymentKey)
                phone.receive(ok(bank.send(good.sessionId(), phone.accept(good.offer(), "alice", TestPhone.PASSWORD))));
        assertThat(asked.attemptsLeft()).isEqualTo(10);
    }

    @Test
    void unknownUserLooksLikeAWrongPassword() throws Exception {
        var offered = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        var accept = phone.accept(offered.offer(), "mallory", TestPhone.PASSWORD);
        assertProblem(bank.send(offered.sessionId(), accept), 403, "TK-401");
    }

    @Test
    void fiveWrongPasswordsPauseThePasswordButNotTheCounter() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertProblem(login("wrong"), 403, "TK-401");
        }
        assertProblem(login(TestPhone.PASSWORD), 429, "TK-402");
        bank.clock.advance(Duration.ofSeconds(61));
        var asked = (ChipEffect.AskPaymentKey) phone.receive(ok(login(TestPhone.PASSWORD)));
        assertThat(asked.attemptsLeft()).isEqualTo(10);
    }

    @Test
    void unknownSessionIsToldApart() throws Exception {
        assertProblem(bank.send("00".repeat(16), new byte[] {(byte) 0xa0}), 404, "TK-605");
        assertProblem(bank.send("zz", new byte[] {(byte) 0xa0}), 404, "TK-605");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 4_000, 65_536})
    void garbageChangesNothing(int length) throws Exception {
        var offered = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        var garbage = new byte[length];
        new java.util.Random(length).nextBytes(garbage);
        assertProblem(bank.send(offered.sessionId(), garbage), 400, "TK-607");
        assertProblem(bank.post("/tk1/sessions", garbage), 400, "TK-607");
        var accept = phone.accept(offered.offer(), "alice", TestPhone.PASSWORD);
        phone.receive(ok(bank.send(offered.sessionId(), accept)));
    }

    @Test
    void oversizedBodyIsRefused() throws Exception {
        var offered = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        assertProblem(bank.send(offered.sessionId(), new byte[65_537]), 413, "TK-608");
    }

    @Test
    void bodyOfAnotherMediaTypeIsRefused() throws Exception {
        var request = HttpRequest.newBuilder(bank.bank().apiBase().resolve("/tk1/sessions"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(bank.client.send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void unknownOrderIs404() throws Exception {
        assertProblem(bank.get("/tk1/orders/" + "0".repeat(32)), 404, "TK-610");
        assertProblem(bank.get("/tk1/orders/x"), 404, "TK-610");
    }

    @Test
    void allowedAndFailedLoginsHaveTheSameSize() throws Exception {
        var offered = challenged(bank.order(bank.newOrderId(), PRICE, List.of()));
        var failed = ok(bank.send(offered.sessionId(), phone.enter(TestPhone.WRONG_KEY)));
        phone.receive(failed);
        assertThat(ok(bank.send(offered.sessionId(), phone.enter(TestPhone.RIGHT_KEY))))
                .hasSameSizeAs(failed);
    }

    private Answer login(String password) throws Exception {
        var offered = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        return bank.send(offered.sessionId(), phone.accept(offered.offer(), "alice", password));
    }
}
