package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A whole payment of the real engine with the real bank's end, the first payment key wrong: every message of both ends,
 * the phone's reply to each of the bank's, and what lay in the flash in each state.
 */
final class RecordedPayment {
    static final String BEFORE = "before";
    private static final String WRONG_KEY = "000000";

    final String bankId;
    final byte[] sessionId;
    /** By name, in order, of both ends. */
    final Map<String, byte[]> messages = new LinkedHashMap<>();
    /** By the name of the bank's message. */
    final Map<String, LinkReply> replies = new LinkedHashMap<>();
    /** By the name of the state. */
    final Map<String, byte[]> flash = new LinkedHashMap<>();
    /** The bank's message that is due in a state, by the name of the state. */
    final Map<String, String> due = new LinkedHashMap<>();

    private final TestBank bank;
    private final CuttableMedium medium;
    private final TestPhone phone;
    private String state = BEFORE;

    RecordedPayment(TestBank bank, CuttableMedium medium, PaymentRequest order) throws Exception {
        this.bank = bank;
        this.bankId = bank.bankId();
        this.medium = medium;
        this.phone = new TestPhone(medium).ready();
        reached(BEFORE);
        byte[] offer = bank.offer(order);
        sessionId = bank.sessionId();
        RequestToken opening = phone.send(phone.opening(bankId, offer));
        answered("Offer", offer, opening, "Accept", "AwaitingChallenge");
        RequestToken key = asked("Challenge", "Accept", "KeyNeeded");
        phone.type(WRONG_KEY);
        answered("Challenge", message("Challenge"), key, "Response", "AwaitingLoginResult");
        RequestToken again = asked("LoginResult", "Response", "KeyNeeded again");
        phone.type(TestBank.RIGHT_KEY);
        answered("LoginResult", message("LoginResult"), again, "Response 2", "AwaitingLoginResult again");
        RequestToken approval = asked("LoginResult 2", "Response 2", "ConfirmNeeded");
        phone.approve();
        answered("LoginResult 2", message("LoginResult 2"), approval, "Authorization", "AwaitingReceipt");
        byte[] receipt = bank.answer(message("Authorization"));
        LinkReply ended = phone.call(new LinkRequest.Relay(sessionId, receipt));
        messages.put("Receipt", receipt);
        due.put(state, "Receipt");
        replies.put("Receipt", ended);
        reached("Closed");
    }

    byte[] message(String name) {
        return Objects.requireNonNull(messages.get(name), name);
    }

    byte[] flashIn(String name) {
        return Objects.requireNonNull(flash.get(name), name);
    }

    /** The bank answers, the phone asks its user. */
    private RequestToken asked(String name, String to, String next) throws Exception {
        byte[] message = bank.answer(message(to));
        RequestToken token = phone.send(new LinkRequest.Relay(sessionId, message));
        messages.put(name, message);
        due.put(state, name);
        reached(next);
        return token;
    }

    private void answered(String name, byte[] message, RequestToken token, String answer, String next) {
        LinkReply.Forward reply = (LinkReply.Forward) phone.reply(token);
        messages.put(name, message);
        if (state.equals(BEFORE)) {
            due.put(state, name);
        }
        messages.put(answer, reply.message());
        replies.put(name, reply);
        reached(next);
    }

    private void reached(String next) {
        state = next;
        flash.put(next, medium.content());
    }
}
