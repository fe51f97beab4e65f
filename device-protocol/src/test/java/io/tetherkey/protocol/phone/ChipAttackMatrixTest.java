package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.seal.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every message of a payment in every state of another one at the real engine: replayed, out of order, reflected to the
 * end that made it, of an older session, of another slot. What lies in the flash stays as it is, byte for byte, and the
 * answer is a refusal, the question that was on the display, or the bytes that were stored for just this message.
 */
class ChipAttackMatrixTest {
    /** 9 states of 10 own, 19 old and 20 other slot's messages, less the five that are due. */
    private static final int CELLS = 9 * (10 + 19 + 20) - 5;

    private final List<String> violations = new ArrayList<>();
    private int cells;

    /** One delivery of a recorded message. */
    private record Attack(String what, RecordedPayment of, String message, Optional<byte[]> into, String bankId) {
        @Override
        public String toString() {
            return what + " " + message + (into.isPresent() ? " relayed" : " to open at " + bankId);
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void nothingButTheMessageThatIsDueChangesTheFlash(Suite suite) throws Exception {
        var medium = new CuttableMedium();
        var bank = new TestBank(suite, "harbour", "slot-1");
        var otherBank = new TestBank(suite, "island", "slot-2");
        bank.provision(medium);
        otherBank.provision(medium);
        var old = new RecordedPayment(bank, medium, order('a'));
        var other = new RecordedPayment(otherBank, medium, order('b'));
        var current = new RecordedPayment(bank, medium, order('c'));

        for (String state : current.flash.keySet()) {
            for (Attack attack : attacks(current, old, other)) {
                boolean due = attack.what().equals("own")
                        && attack.message().equals(current.due.get(state))
                        && attack.into().isPresent() != attack.message().equals("Offer");
                if (due) {
                    assertProgress(current, state, attack);
                } else {
                    cells++;
                    strike(current, state, attack)
                            .ifPresent(fault -> violations.add(state + ", " + attack + ": " + fault));
                }
            }
        }
        System.out.println("chip, " + suite + ": " + cells + " cells, " + violations.size() + " violations");
        assertThat(violations).isEmpty();
        assertThat(cells).isEqualTo(CELLS);
    }

    private static List<Attack> attacks(RecordedPayment current, RecordedPayment old, RecordedPayment other) {
        List<Attack> attacks = new ArrayList<>();
        for (String message : current.messages.keySet()) {
            attacks.add(new Attack("own", current, message, Optional.of(current.sessionId), ""));
            for (RecordedPayment strange : List.of(old, other)) {
                String what = strange == old ? "old" : "other slot";
                attacks.add(new Attack(what, strange, message, Optional.of(current.sessionId), ""));
                attacks.add(new Attack(what, strange, message, Optional.of(strange.sessionId), ""));
            }
        }
        attacks.add(new Attack("own", current, "Offer", Optional.empty(), current.bankId));
        attacks.add(new Attack("old", old, "Offer", Optional.empty(), old.bankId));
        attacks.add(new Attack("other slot", other, "Offer", Optional.empty(), other.bankId));
        attacks.add(new Attack("other slot", other, "Offer", Optional.empty(), current.bankId));
        return attacks;
    }

    /** The phone as it was in that state, after a power cycle, on its trusted computer. */
    private static TestPhone phone(RecordedPayment current, String state) throws Exception {
        var medium = new CuttableMedium();
        medium.setContent(current.flashIn(state));
        return new TestPhone(medium).ready();
    }

    private static RequestToken send(TestPhone phone, Attack attack) throws Exception {
        byte[] message = attack.of().message(attack.message());
        return phone.send(
                attack.into().isPresent()
                        ? new LinkRequest.Relay(attack.into().get(), message)
                        : phone.opening(attack.bankId(), message));
    }

    private static Optional<String> strike(RecordedPayment current, String state, Attack attack) throws Exception {
        TestPhone phone = phone(current, state);
        byte[] flash = phone.medium.content();
        var screen = phone.screen().getClass();
        RequestToken token = send(phone, attack);
        if (!Arrays.equals(phone.medium.content(), flash)) {
            return Optional.of("the flash changed");
        }
        if (phone.screen().getClass() != screen) {
            return Optional.of("the display changed to " + phone.screen());
        }
        return phone.isAnswered(token) ? unfit(attack, phone.reply(token)) : unasked(state, attack);
    }

    private static Optional<String> unfit(Attack attack, LinkReply reply) {
        if (reply instanceof LinkReply.Refusal) {
            return Optional.empty();
        }
        LinkReply stored = attack.of().replies.get(attack.message());
        boolean inItsSession =
                attack.into().isEmpty() || Arrays.equals(attack.into().get(), attack.of().sessionId);
        boolean same = stored != null && Arrays.equals(LinkCodec.encode(stored), LinkCodec.encode(reply));
        return same && inItsSession ? Optional.empty() : Optional.of("answered with " + reply);
    }

    /** Only the message for which the display asks may wait. */
    private static Optional<String> unasked(String state, Attack attack) {
        boolean asks = attack.what().equals("own")
                && switch (state) {
                    case "KeyNeeded" -> attack.message().equals("Challenge");
                    case "KeyNeeded again" -> attack.message().equals("LoginResult");
                    case "ConfirmNeeded" -> attack.message().equals("LoginResult 2");
                    default -> false;
                };
        return asks ? Optional.empty() : Optional.of("is asked about without a question");
    }

    /** The matrix would also be quiet at a phone that does nothing: what is due goes on. */
    private static void assertProgress(RecordedPayment current, String state, Attack attack) throws Exception {
        TestPhone phone = phone(current, state);
        byte[] flash = phone.medium.content();
        send(phone, attack);
        assertThat(Arrays.equals(phone.medium.content(), flash))
                .as("%s in state %s changes the flash", attack.message(), state)
                .isFalse();
    }
}
