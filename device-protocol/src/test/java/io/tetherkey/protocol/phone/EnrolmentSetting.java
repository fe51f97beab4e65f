package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.PatientEnroller.KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static io.tetherkey.protocol.phone.TestEnrolments.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;

/** A phone and a bank that enrol with each other. */
abstract class EnrolmentSetting {
    final TestBank bank = new TestBank();
    final TestEnrolments enrolments = new TestEnrolments(bank);
    final CuttableMedium medium = new CuttableMedium();
    TestPhone phone;

    @BeforeEach
    void makePhone() throws Exception {
        phone = new TestPhone(new CuttableMedium());
    }

    LinkReply.Enrolled enrol() throws Exception {
        RequestToken key = untilKey();
        phone.type(KEY);
        phone.type(KEY);
        return (LinkReply.Enrolled) phone.call(relay(enrolments.answer(forwarded(key))));
    }

    RequestToken untilKey() throws Exception {
        RequestToken asked = begin(EnrolmentPurpose.NEW);
        phone.type(CODE);
        return phone.send(relay(enrolments.answer(forwarded(asked))));
    }

    RequestToken begin(EnrolmentPurpose purpose) throws Exception {
        return phone.send(enrolments.beginning(phone, enrolments.offer(purpose)));
    }

    void pay(char order, String key) throws Exception {
        var computer = new PatientComputer(phone, bank, Decision.APPROVED);
        assertThat(computer.pay(order(order), key).outcome().result()).isEqualTo(SlotResult.PAID);
    }

    LinkRequest relay(byte[] message) {
        return new LinkRequest.Relay(enrolments.sessionId(), message);
    }

    byte[] forwarded(RequestToken token) {
        return ((LinkReply.Forward) phone.reply(token)).message();
    }

    SlotInfo board() throws Exception {
        return ((LinkReply.Slots) phone.call(new LinkRequest.ListSlots()))
                .slots()
                .getFirst();
    }

    void assertNoNextKeys() throws Exception {
        for (var enrolment : phone.flash().enrolments()) {
            assertThat(phone.flash().nextKey(enrolment.slotId())).isEmpty();
        }
    }

    static LinkReply refusal(StatusCode status) {
        return new LinkReply.Refusal(status, OptionalInt.empty());
    }
}
