package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.screen.Screen;

/**
 * A computer and a user that carry on until an enrolment or a deletion has ended: when the phone's power is cut they
 * start it, plug it in and send the same request again. After every step the flash is looked through for a half slot.
 */
final class PatientEnroller {
    static final String KEY = "135790";

    private final TestPhone phone;
    private final TestEnrolments bank;
    private int restarts;

    PatientEnroller(TestPhone phone, TestEnrolments bank) {
        this.phone = phone;
        this.bank = bank;
    }

    int restarts() {
        return restarts;
    }

    LinkReply.Enrolled enrol(EnrolmentPurpose purpose) throws Exception {
        byte[] offer = bank.offer(purpose);
        LinkReply reply = untilAnswered(() -> bank.beginning(phone, offer));
        while (reply instanceof LinkReply.Forward forward) {
            byte[] next = bank.answer(forward.message());
            reply = untilAnswered(() -> new LinkRequest.Relay(bank.sessionId(), next));
        }
        if (reply instanceof LinkReply.Enrolled enrolled) {
            return enrolled;
        }
        throw new AssertionError("the enrolment ended with " + reply);
    }

    LinkReply delete(String slotId) throws Exception {
        return untilAnswered(() -> new LinkRequest.DeleteSlot(slotId));
    }

    /** Makes the request anew each time, for credentials are sealed to one link. */
    private interface Request {
        LinkRequest make() throws FlashException;
    }

    private LinkReply untilAnswered(Request request) throws Exception {
        while (true) {
            try {
                phone.ready();
                RequestToken token = phone.send(request.make());
                while (!phone.isAnswered(token)) {
                    react();
                }
                return phone.reply(token);
            } catch (FlashException powerCut) {
                restarts++;
                restart();
            }
            Slots.requireWhole(phone.flash());
        }
    }

    private void restart() {
        while (true) {
            try {
                phone.restart();
                return;
            } catch (FlashException cutAgain) {
                restarts++;
            }
        }
    }

    private void react() throws FlashException {
        switch (phone.screen()) {
            case Screen.EnterActivationCode code -> phone.type(TestEnrolments.CODE);
            case Screen.ChoosePaymentKey choose -> phone.type(KEY);
            case Screen.ConfirmRenewal renewal -> phone.act(new UserAction.Approve());
            case Screen.ConfirmDeletion deletion -> phone.act(new UserAction.Approve());
            default -> throw new AssertionError("the phone shows " + phone.text());
        }
    }
}
