package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.session.ChipEffect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the PC relays between bank and chip, inside TLS: the PC itself reads noise there. The order that the shop signed
 * is the one thing that it hands on in clear, because it was shown to it.
 */
class RelayedBytesIT {
    private static final List<String> MARKERS =
            List.of("alice", TestPhone.PASSWORD, TestPhone.RIGHT_KEY, "Lotus", DemoShop.PAYEE_ACCOUNT, "CNY");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void showNoNameAmountPasswordOrPaymentKeyAndOneLengthForEachDecision() throws Exception {
        try (var bank = new BankFixture(folder.resolve("profile"))) {
            var approved = relayed(bank, 1, Decision.APPROVED);
            var declined = relayed(bank, 2, Decision.DECLINED);

            for (byte[] message : approved) {
                var text = new String(message, UTF_8);
                assertThat(text).doesNotContain(MARKERS);
            }
            assertThat(approved.stream().map(m -> m.length).toList())
                    .hasSize(9)
                    .isEqualTo(declined.stream().map(m -> m.length).toList());
        }
    }

    /** The bodies of HTTP requests and answers alone: who counts them learns nothing of keys and decisions. */
    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void bodiesHaveOneLengthForRightAndWrongApprovedAndDeclinedAndVoid(String bankId) throws Exception {
        try (var bank = new BankFixture(folder.resolve("profile"))) {
            var approved = sizes(bank, bankId, 1, List.of(TestPhone.RIGHT_KEY), Decision.APPROVED);
            var declined = sizes(bank, bankId, 2, List.of(TestPhone.RIGHT_KEY), Decision.DECLINED);
            var tenWrong = Collections.nCopies(10, TestPhone.WRONG_KEY);
            var voided = sizes(bank, bankId, 3, tenWrong, Decision.APPROVED);

            assertThat(approved).hasSize(3).isEqualTo(declined);
            assertThat(new HashSet<>(approved.subList(1, 3))).hasSize(1);
            assertThat(voided).hasSize(11).startsWith(approved.getFirst());
            assertThat(voided.subList(1, 11)).containsOnly(approved.get(1));
        }
    }

    /** The lengths of each body and of its answer: the Accept, each payment key, and the decision if it comes to that. */
    private static List<String> sizes(
            BankFixture bank, String bankId, long counter, List<String> paymentKeys, Decision decision)
            throws Exception {
        var phone = TestPhone.of(bank.folder, bankId, counter);
        var offered = bank.offered(bankId, bank.order(bank.newOrderId(), 1_980, List.of()));
        List<byte[]> seen = new ArrayList<>();
        turn(bank, offered, phone, seen, phone.accept(offered.offer(), "alice", TestPhone.PASSWORD));
        for (String paymentKey : paymentKeys) {
            turn(bank, offered, phone, seen, phone.enter(paymentKey));
        }
        if (phone.effect() instanceof ChipEffect.AskApproval) {
            turn(bank, offered, phone, seen, phone.decide(decision));
        }
        List<String> sizes = new ArrayList<>();
        for (int i = 0; i < seen.size(); i += 2) {
            sizes.add(seen.get(i).length + " answered with " + seen.get(i + 1).length);
        }
        return sizes;
    }

    /** Offer, then each message and its answer: a wrong payment key, the right one, the decision. */
    private static List<byte[]> relayed(BankFixture bank, long counter, Decision decision) throws Exception {
        var phone = TestPhone.of(bank.folder, counter);
        var offered = bank.offered(bank.order(bank.newOrderId(), 432_198, List.of()));
        List<byte[]> seen = new ArrayList<>(List.of(offered.offer()));
        turn(bank, offered, phone, seen, phone.accept(offered.offer(), "alice", TestPhone.PASSWORD));
        turn(bank, offered, phone, seen, phone.enter(TestPhone.WRONG_KEY));
        turn(bank, offered, phone, seen, phone.enter(TestPhone.RIGHT_KEY));
        turn(bank, offered, phone, seen, phone.decide(decision));
        return seen;
    }

    private static void turn(
            BankFixture bank, BankFixture.Offered offered, TestPhone phone, List<byte[]> seen, byte[] message)
            throws Exception {
        var answer = bank.send(offered.sessionId(), message);
        assertThat(answer.status()).isEqualTo(200);
        seen.add(message);
        seen.add(answer.body());
        phone.receive(answer.body());
    }
}
