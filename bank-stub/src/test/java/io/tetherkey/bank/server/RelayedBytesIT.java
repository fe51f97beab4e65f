package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Decision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
