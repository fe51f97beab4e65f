package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.host.ClientOnCable;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkReply.SessionReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody learns who counts the bytes on the cable: nothing of keys and decisions, in every suite. */
@Timeout(300)
class CableSizesIT {
    private static final String RIGHT = "on \"Payment key\" do type 135790\n";
    private static final String APPROVE = RIGHT + "on \"Pay .* to\" do press approve\n";
    private static final String DECLINE = RIGHT + "on \"Pay .* to\" do press decline\n";
    private static final String WRONG_FIRST = "on \"Wrong payment key\" do type 135790\n"
            + "on \"Payment key\" do type 000000\n"
            + "on \"Pay .* to\" do press approve\n";
    private static final String NEVER_RIGHT = "on \"ayment key\" do type 000000\n";

    private final ExecutorService hand =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /** What was measured of one payment: the fragments of each request and its reply, and how it ended. */
    private record Measured(List<List<String>> exchanges, SlotResult result) {}

    @AfterEach
    void stop() {
        hand.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void approvedAndDeclinedRightAndWrongAndVoidLookAlike(Suite suite) throws Exception {
        // One chip and one bank throughout: certificates, whose lengths differ by a byte or two, are the same.
        var bank = new TestBank(suite, "harbour", "slot-1");
        var phone = new CuttableMedium();
        bank.provision(phone);
        byte[] image = phone.content();
        Measured approved = pay(bank, image, 'a', APPROVE);
        Measured declined = pay(bank, image, 'b', DECLINE);
        Measured failed = pay(bank, image, 'c', WRONG_FIRST);
        Measured voided = pay(bank, image, 'd', NEVER_RIGHT);
        assertThat(List.of(approved.result(), declined.result(), failed.result(), voided.result()))
                .containsExactly(SlotResult.PAID, SlotResult.DECLINED, SlotResult.PAID, SlotResult.VOID);

        // Open and Accept, Challenge and Response, LoginResult and Authorization, Receipt and the end.
        assertThat(approved.exchanges()).hasSize(4).isEqualTo(declined.exchanges());

        // A wrong key is one exchange more, and it has the sizes of any other.
        List<List<String>> longer = new ArrayList<>(approved.exchanges());
        longer.add(2, approved.exchanges().get(2));
        assertThat(failed.exchanges()).isEqualTo(longer);

        // Ten wrong keys: what the bank says of the tenth is as long as what it says of the others.
        assertThat(voided.exchanges()).hasSize(12);
        for (int i = 2; i <= 10; i++) {
            assertThat(voided.exchanges().get(i)).isEqualTo(approved.exchanges().get(2));
        }
        assertThat(toPhone(voided.exchanges().getLast()))
                .isEqualTo(toPhone(approved.exchanges().get(2)));
    }

    private static List<String> toPhone(List<String> exchange) {
        return exchange.stream().filter(each -> each.startsWith(">")).toList();
    }

    private Measured pay(TestBank bank, byte[] image, char order, String script) throws Exception {
        var medium = new CuttableMedium();
        medium.setContent(image);
        var port = new MemoryPhonePort();
        var display = new JoinedDisplay();
        try (var server = new PhoneServer(port, medium, RandomSource.secure(), TestBank.CLOCK, display)) {
            server.start();
            var texts = new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC);
            var runner = new ScriptRunner(PhoneScript.parse(script), server, hand, time -> {});
            display.join(new ScriptedDisplay(runner, texts, complaint -> {}));
            server.act(new UserAction.Unlock());
            var tap = new CableTap(port.connect());
            try (PhoneClient phone = ClientOnCable.open(tap)) {
                return pay(bank, phone, tap, order);
            }
        }
    }

    private static Measured pay(TestBank bank, PhoneClient phone, CableTap tap, char order) throws Exception {
        phone.trust(TestBank.COMPUTER, "Alice’s PC", status -> {});
        byte[] offer = bank.offer(TestBank.order(order));
        byte[] key = phone.info().credentialKey();
        var credentials =
                CredentialSeal.seal(key, offer, "alice", TestBank.PASSWORD.toCharArray(), RandomSource.secure());
        List<List<String>> exchanges = new ArrayList<>();
        long id = 3;
        SessionReply reply = phone.open(
                new LinkRequest.OpenSession("harbour", offer, "https://localhost", credentials), status -> {});
        exchanges.add(tap.sizesFrom(id++));
        while (reply instanceof LinkReply.Forward forward) {
            byte[] next = bank.answer(forward.message());
            reply = phone.relay(bank.sessionId(), next, status -> {});
            exchanges.add(tap.sizesFrom(id++));
        }
        return new Measured(exchanges, ((LinkReply.Ended) reply).outcome().result());
    }
}
