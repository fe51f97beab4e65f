package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.server.BankFixture.Offered;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.session.ChipEffect;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whole payments over real HTTPS with the real chip's end and the demo profile's own keys. */
class BankIT extends BankSteps {
    private static final String MERCHANT = DemoShop.PAYEE_ACCOUNT;

    private record Placed(String orderId, byte[] signedOrder) {}

    @Test
    void approvedPaymentIsPaidOnceAndTheShopIsTold() throws Exception {
        var placed = placeAtShop();
        var orderId = placed.orderId();
        var finish = finish(allowed(placed.signedOrder()), Decision.APPROVED);

        assertThat(finish.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
        assertThat(bank.balance(MERCHANT)).isEqualTo(PRICE);
        var status = bank.status(orderId);
        assertThat(status.status()).isEqualTo("paid");
        assertThat(status.bankId()).isEqualTo("harbour");
        assertThat(status.receiptNumber()).matches("HB-[0-9A-F]{16}");
        assertThat(status.receipt()).isEqualTo(finish.outcome().receipt());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(shopStatus(orderId)).contains("\"status\":\"paid\""));
    }

    @Test
    void evidenceLogKeepsThePathThatTheChipSigned() throws Exception {
        finish(allowed(placeAtShop().signedOrder()), Decision.APPROVED);

        var authorization = bank
                .bank()
                .database()
                .read(stores -> stores.evidence().entries("harbour"))
                .stream()
                .filter(entry -> entry.kind().equals("authorization"))
                .toList();
        assertThat(authorization).hasSize(1);
        assertThat(Evidence.parse(authorization.getFirst().contents()).facts().path())
                .isEqualTo(io.tetherkey.protocol.message.Path.WIRED);
    }

    @Test
    void declinedPaymentMovesNothing() throws Exception {
        var orderId = bank.newOrderId();
        var finish = finish(allowed(bank.order(orderId, PRICE, List.of())), Decision.DECLINED);

        assertThat(finish.outcome().result()).isEqualTo(SlotResult.DECLINED);
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING);
        assertThat(bank.status(orderId).status()).isEqualTo("declined");
    }

    @Test
    void insufficientFundsFailWithTheirOwnReason() throws Exception {
        var orderId = bank.newOrderId();
        var finish = finish(allowed(bank.order(orderId, OPENING + 1, List.of())), Decision.APPROVED);

        assertThat(finish.outcome().result()).isEqualTo(SlotResult.PAYMENT_FAILED);
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING);
        assertThat(bank.status(orderId).status()).isEqualTo("failed");
        assertThat(bank.status(orderId).reason()).isEqualTo("TK-506");
    }

    @Test
    void theWholeBalanceCanBePaid() throws Exception {
        finish(allowed(bank.order(bank.newOrderId(), OPENING, List.of())), Decision.APPROVED);
        assertThat(bank.balance(CUSTOMER)).isZero();
    }

    @Test
    void wrongPaymentKeyLeavesNineAndTheRightOneGoesOn() throws Exception {
        var offered = challenged(bank.order(bank.newOrderId(), PRICE, List.of()));
        var again = (ChipEffect.AskPaymentKey)
                phone.receive(ok(bank.send(offered.sessionId(), phone.enter(TestPhone.WRONG_KEY))));
        assertThat(again.attemptsLeft()).isEqualTo(9);
        phone.receive(ok(bank.send(offered.sessionId(), phone.enter(TestPhone.RIGHT_KEY))));
        finish(offered, Decision.APPROVED);

        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
        phone = TestPhone.of(bank.folder, 2);
        var next = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        var accept = phone.accept(next.offer(), "alice", TestPhone.PASSWORD);
        var asked = (ChipEffect.AskPaymentKey) phone.receive(ok(bank.send(next.sessionId(), accept)));
        assertThat(asked.attemptsLeft()).isEqualTo(10);
    }

    @Test
    void tenthWrongPaymentKeyVoidsTheCertificate() throws Exception {
        var offered = challenged(bank.order(bank.newOrderId(), PRICE, List.of()));
        for (int left = 9; left >= 1; left--) {
            var again = (ChipEffect.AskPaymentKey)
                    phone.receive(ok(bank.send(offered.sessionId(), phone.enter(TestPhone.WRONG_KEY))));
            assertThat(again.attemptsLeft()).isEqualTo(left);
        }
        var end = phone.receive(ok(bank.send(offered.sessionId(), phone.enter(TestPhone.WRONG_KEY))));
        assertThat(end).isInstanceOf(ChipEffect.EraseSlot.class);

        var next = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        var accept = phone.accept(next.offer(), "alice", TestPhone.PASSWORD);
        assertProblem(bank.send(next.sessionId(), accept), 403, "TK-305");
    }

    @Test
    void eachMessageAgainReturnsTheStoredBytes() throws Exception {
        var offered = bank.offered(bank.order(bank.newOrderId(), PRICE, List.of()));
        var messages = new ArrayList<byte[]>();
        messages.add(phone.accept(offered.offer(), "alice", TestPhone.PASSWORD));
        phone.receive(answeredTwice(offered, messages.getLast()));
        messages.add(phone.enter(TestPhone.WRONG_KEY));
        phone.receive(answeredTwice(offered, messages.getLast()));
        messages.add(phone.enter(TestPhone.RIGHT_KEY));
        phone.receive(answeredTwice(offered, messages.getLast()));
        messages.add(phone.decide(Decision.APPROVED));
        phone.receive(answeredTwice(offered, messages.getLast()));

        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
        for (var old : messages.subList(0, 3)) {
            assertProblem(bank.send(offered.sessionId(), old), 409, "TK-606");
        }
        ok(bank.send(offered.sessionId(), messages.getLast()));
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
    }

    @Test
    void restartBetweenEachTwoMessagesStillPaysOnce() throws Exception {
        var placed = placeAtShop();
        var orderId = placed.orderId();
        var offered = bank.offered(placed.signedOrder());
        bank.restart();
        phone.receive(afterRestart(offered, phone.accept(offered.offer(), "alice", TestPhone.PASSWORD)));
        phone.receive(afterRestart(offered, phone.enter(TestPhone.WRONG_KEY)));
        phone.receive(afterRestart(offered, phone.enter(TestPhone.RIGHT_KEY)));
        var finish = (ChipEffect.Finish) phone.receive(afterRestart(offered, phone.decide(Decision.APPROVED)));

        assertThat(finish.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
        assertThat(bank.status(orderId).status()).isEqualTo("paid");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(shopStatus(orderId)).contains("\"status\":\"paid\""));
    }

    @Test
    void sixteenAuthorizationsAtOnceDebitOnce() throws Exception {
        var offered = allowed(bank.order(bank.newOrderId(), PRICE, List.of()));
        var authorization = phone.decide(Decision.APPROVED);
        try (var pool = Executors.newFixedThreadPool(16)) {
            var answers = new ArrayList<Future<Answer>>();
            for (int i = 0; i < 16; i++) {
                answers.add(pool.submit(() -> bank.send(offered.sessionId(), authorization)));
            }
            var first = ok(answers.getFirst().get());
            for (var answer : answers) {
                assertThat(ok(answer.get())).isEqualTo(first);
            }
        }
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
    }

    @Test
    void secondSessionForTheSameOrderGetsTheStoredReceipt() throws Exception {
        var orderId = bank.newOrderId();
        var order = bank.order(orderId, PRICE, List.of());
        var first = allowed(order);
        var firstPhone = phone;
        phone = TestPhone.of(bank.folder, 2);
        var second = allowed(order);
        var secondAuthorization = phone.decide(Decision.APPROVED);
        phone = firstPhone;
        var finish = finish(first, Decision.APPROVED);

        ok(bank.send(second.sessionId(), secondAuthorization));
        assertThat(bank.balance(CUSTOMER)).isEqualTo(OPENING - PRICE);
        assertThat(bank.status(orderId).receipt()).isEqualTo(finish.outcome().receipt());
    }

    @Test
    void noSecretIsLeftInTheStoreWhenTheSessionIsOver() throws Exception {
        var offered = allowed(bank.order(bank.newOrderId(), PRICE, List.of()));
        var open = state(offered);
        finish(offered, Decision.APPROVED);
        assertThat(state(offered)).hasSizeLessThan(open.length * 4);
        var database = new String(bank.whileDown(this::kept), ISO_8859_1);
        assertThat(database).doesNotContain(TestPhone.PASSWORD).doesNotContain(TestPhone.RIGHT_KEY);
    }

    private Placed placeAtShop() throws Exception {
        var request = HttpRequest.newBuilder(bank.bank().shopBase().resolve("/shop/orders"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("item=tea"))
                .build();
        var json = bank.client.send(request, BodyHandlers.ofString()).body();
        var id = json.replaceAll(".*\"orderId\":\"([0-9a-f]{32})\".*", "$1");
        var link = json.replaceAll(".*pay\\?order=([A-Za-z0-9_-]+)\".*", "$1");
        return new Placed(id, java.util.Base64.getUrlDecoder().decode(link));
    }

    private String shopStatus(String orderId) throws Exception {
        URI page = bank.bank().shopBase().resolve("/shop/orders/" + orderId);
        var request = HttpRequest.newBuilder(page)
                .header("Accept", "application/json")
                .build();
        return bank.client.send(request, BodyHandlers.ofString()).body();
    }

    private byte[] answeredTwice(Offered offered, byte[] message) throws Exception {
        var first = ok(bank.send(offered.sessionId(), message));
        assertThat(ok(bank.send(offered.sessionId(), message))).isEqualTo(first);
        return first;
    }

    /** The answer is lost with the process; the same message to the new process gets the same answer. */
    private byte[] afterRestart(Offered offered, byte[] message) throws Exception {
        var lost = ok(bank.send(offered.sessionId(), message));
        bank.restart();
        assertThat(ok(bank.send(offered.sessionId(), message))).isEqualTo(lost);
        return lost;
    }

    /** All that the database keeps; asked while the bank is stopped. */
    byte[] kept() throws Exception {
        return Files.readAllBytes(bank.profile.database());
    }

    private byte[] state(Offered offered) {
        return bank.bank()
                .database()
                .read(stores -> stores.sessions()
                        .find(offered.sessionId())
                        .orElseThrow()
                        .state());
    }
}
