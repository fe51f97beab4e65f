package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The computer cancels, in every state of a payment: what is not signed ends, what is answered stays answered. */
class CancelTest {
    private final TestBank bank = new TestBank();
    private TestPhone phone;

    /** Where the payment stands, and what a cancel of the last command then means. */
    enum At {
        WAITS_FOR_UNLOCK(Meaning.CANCELLED),
        ASKS_FOR_TRUST(Meaning.CANCELLED),
        ACCEPT_SENT(Meaning.ANSWERED),
        ASKS_FOR_KEY(Meaning.CANCELLED),
        KEY_ASKED_WHILE_LOCKED(Meaning.CANCELLED),
        RESPONSE_SENT(Meaning.ANSWERED),
        ASKS_FOR_KEY_AGAIN(Meaning.CANCELLED),
        ASKS_FOR_APPROVAL(Meaning.CANCELLED),
        SIGNED(Meaning.ANSWERED),
        DECLINED(Meaning.ANSWERED),
        ENDED(Meaning.ANSWERED);

        private final Meaning meaning;

        At(Meaning meaning) {
            this.meaning = meaning;
        }
    }

    enum Meaning {
        /** The command is refused with CANCELLED, nothing is signed and no try is spent. */
        CANCELLED,
        /** The answer stands, byte for byte. */
        ANSWERED
    }

    @BeforeEach
    void provision() throws Exception {
        CuttableMedium medium = new CuttableMedium();
        bank.provision(medium);
        phone = new TestPhone(medium);
    }

    @ParameterizedTest
    @EnumSource(At.class)
    void cancelEndsWhatIsNotAnsweredAndNothingElse(At at) throws Exception {
        RequestToken token = bring(at);
        boolean answered = phone.isAnswered(token);
        assertThat(answered).isEqualTo(at.meaning == Meaning.ANSWERED);
        LinkReply before = answered ? phone.reply(token) : new LinkReply.Done();
        int attempts = bank.attemptsLeft();

        phone.event(new EngineEvent.RequestCancelled(token));
        phone.event(new EngineEvent.RequestCancelled(token));

        switch (at.meaning) {
            case CANCELLED ->
                assertThat(phone.reply(token))
                        .isEqualTo(new LinkReply.Refusal(StatusCode.CANCELLED, OptionalInt.empty()));
            case ANSWERED -> assertThat(phone.reply(token)).isSameAs(before);
        }
        assertThat(bank.attemptsLeft()).isEqualTo(attempts);
        if (at.meaning == Meaning.CANCELLED) {
            assertThat(bank.settled).isEmpty();
            assertThat(phone.flash().slots().getFirst().counter()).isZero();
        }
    }

    /** A cancel leaves the phone as it should be: the next payment of the same order goes through. */
    @ParameterizedTest
    @EnumSource(
            value = At.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DECLINED", "ENDED"})
    void orderCanBePaidAfterACancel(At at) throws Exception {
        phone.event(new EngineEvent.RequestCancelled(bring(at)));
        phone.ready();

        RequestToken token = phone.send(phone.opening(bank.offer(order('a'))));
        LinkReply reply = answer(token);
        while (reply instanceof LinkReply.Forward forward) {
            reply = answer(relay(bank.answer(forward.message())));
        }

        assertThat(((LinkReply.Ended) reply).outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.debits()).hasSize(1);
    }

    private LinkReply answer(RequestToken token) throws Exception {
        if (!phone.isAnswered(token)) {
            if (phone.screen() instanceof Screen.EnterPaymentKey) {
                phone.type(RIGHT_KEY);
            } else {
                phone.approve();
            }
        }
        return phone.reply(token);
    }

    private RequestToken bring(At at) throws Exception {
        return switch (at) {
            case WAITS_FOR_UNLOCK -> {
                phone.event(new EngineEvent.LinkOpened());
                yield phone.send(new LinkRequest.TrustComputer(TestBank.COMPUTER, "Alice’s PC"));
            }
            case ASKS_FOR_TRUST -> {
                phone.act(new UserAction.Unlock());
                phone.event(new EngineEvent.LinkOpened());
                byte[] stranger = new byte[16];
                stranger[0] = 7;
                yield phone.send(new LinkRequest.TrustComputer(stranger, "Bob’s PC"));
            }
            case ACCEPT_SENT -> opened();
            case ASKS_FOR_KEY -> keyAsked();
            case KEY_ASKED_WHILE_LOCKED -> {
                RequestToken asked = keyAsked();
                phone.act(new UserAction.Lock());
                yield asked;
            }
            case RESPONSE_SENT -> typed(RIGHT_KEY);
            case ASKS_FOR_KEY_AGAIN -> relay(bank.answer(forwarded(typed("000000"))));
            case ASKS_FOR_APPROVAL -> approvalAsked();
            case SIGNED -> {
                RequestToken asked = approvalAsked();
                phone.approve();
                yield asked;
            }
            case DECLINED -> {
                RequestToken asked = approvalAsked();
                phone.act(new UserAction.Decline());
                yield asked;
            }
            case ENDED -> {
                RequestToken asked = approvalAsked();
                phone.approve();
                yield relay(bank.answer(forwarded(asked)));
            }
        };
    }

    private RequestToken opened() throws Exception {
        phone.ready();
        return phone.send(phone.opening(bank.offer(order('a'))));
    }

    private RequestToken keyAsked() throws Exception {
        return relay(bank.answer(forwarded(opened())));
    }

    private RequestToken typed(String key) throws Exception {
        RequestToken asked = keyAsked();
        phone.type(key);
        return asked;
    }

    private RequestToken approvalAsked() throws Exception {
        return relay(bank.answer(forwarded(typed(RIGHT_KEY))));
    }

    private RequestToken relay(byte[] message) throws Exception {
        return phone.send(new LinkRequest.Relay(bank.sessionId(), message));
    }

    private byte[] forwarded(RequestToken token) {
        return ((LinkReply.Forward) phone.reply(token)).message();
    }
}
