package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A computer and a user that carry on until a payment has ended: when the phone's power is cut they start it, plug it in
 * and send the same request again.
 */
final class PatientComputer {
    private final TestPhone phone;
    private final TestBank bank;
    private final Decision decision;
    private final List<Integer> attemptsSeen = new ArrayList<>();
    private int restarts;
    private long signaturesBefore;

    PatientComputer(TestPhone phone, TestBank bank, Decision decision) {
        this.phone = phone;
        this.bank = bank;
        this.decision = decision;
    }

    int restarts() {
        return restarts;
    }

    /** The attempts left as the flash told them, without repetitions. */
    List<Integer> attemptsSeen() {
        return attemptsSeen;
    }

    LinkReply.Ended pay(PaymentRequest order, String... keys) throws Exception {
        signaturesBefore = phone.flash().slots().getFirst().counter();
        return untilEnded(bank.offer(order), keys);
    }

    LinkReply.Ended logIn(String... keys) throws Exception {
        return untilEnded(bank.loginOffer(), keys);
    }

    private LinkReply.Ended untilEnded(byte[] offer, String... keys) throws Exception {
        Deque<String> typed = new ArrayDeque<>(List.of(keys));
        LinkReply reply = untilAnswered(() -> phone.opening(offer), typed);
        while (reply instanceof LinkReply.Forward forward) {
            byte[] next = bank.answer(forward.message());
            reply = untilAnswered(() -> new LinkRequest.Relay(bank.sessionId(), next), typed);
        }
        if (reply instanceof LinkReply.Ended ended) {
            return ended;
        }
        throw new AssertionError("the payment ended with " + reply);
    }

    /** Makes the request anew each time, for credentials are sealed to one link. */
    private interface Request {
        LinkRequest make() throws FlashException;
    }

    private LinkReply untilAnswered(Request request, Deque<String> keys) throws FlashException {
        while (true) {
            try {
                phone.ready();
                RequestToken token = phone.send(request.make());
                look();
                if (!phone.isAnswered(token)) {
                    react(keys);
                }
                look();
                return phone.reply(token);
            } catch (FlashException powerCut) {
                startAgain();
            }
        }
    }

    /** The power may go once more while the phone starts. */
    private void startAgain() throws FlashException {
        restarts++;
        try {
            phone.restart();
        } catch (FlashException powerCut) {
            restarts++;
            phone.restart();
        }
        look();
    }

    /** A new computer asks to be let in until it is. */
    LinkReply trust(byte[] computerId) throws FlashException {
        while (true) {
            try {
                phone.act(new UserAction.Unlock());
                phone.event(new EngineEvent.LinkOpened());
                RequestToken token = phone.send(new LinkRequest.TrustComputer(computerId, "Bob’s PC"));
                if (!phone.isAnswered(token)) {
                    phone.act(new UserAction.Approve());
                }
                return phone.reply(token);
            } catch (FlashException powerCut) {
                startAgain();
            }
        }
    }

    private void react(Deque<String> keys) throws FlashException {
        switch (phone.screen()) {
            case Screen.EnterPaymentKey key -> {
                boolean second = key.lastWasWrong();
                phone.type(second ? keys.getLast() : keys.getFirst());
            }
            case Screen.ApprovePayment approve -> {
                if (phone.flash().slots().getFirst().counter() > signaturesBefore) {
                    throw new AssertionError("asked again after a signature");
                }
                if (decision == Decision.APPROVED) {
                    phone.approve();
                } else {
                    phone.act(new UserAction.Decline());
                }
            }
            default -> throw new AssertionError("the phone shows " + phone.text());
        }
    }

    private void look() throws FlashException {
        int left = phone.flash().slots().getFirst().attemptsLeft();
        if (attemptsSeen.isEmpty() || attemptsSeen.getLast() != left) {
            attemptsSeen.add(left);
        }
    }
}
