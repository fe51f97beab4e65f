package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;

/** A provisioned phone and the bank of its slot. */
abstract class EngineSetting {
    static final String WRONG_KEY = "000000";

    final TestBank bank = new TestBank();
    final CuttableMedium medium = new CuttableMedium();
    TestPhone phone;

    @BeforeEach
    void provision() throws Exception {
        bank.provision(medium);
        phone = new TestPhone(medium);
    }

    RequestToken untilApproval(PaymentRequest order) throws Exception {
        return phone.send(relay(bank.answer(forwarded(typed(untilKey(order), RIGHT_KEY)))));
    }

    RequestToken untilKey(PaymentRequest order) throws Exception {
        return phone.send(relay(bank.answer(forwarded(phone.send(phone.opening(bank.offer(order)))))));
    }

    RequestToken typed(RequestToken asked, String digits) throws Exception {
        phone.type(digits);
        return asked;
    }

    LinkRequest relay(byte[] message) {
        return new LinkRequest.Relay(bank.sessionId(), message);
    }

    byte[] forwarded(RequestToken token) {
        return ((LinkReply.Forward) phone.reply(token)).message();
    }

    static LinkReply refusal(StatusCode status) {
        return new LinkReply.Refusal(status, OptionalInt.empty());
    }
}
