package io.tetherkey.bank.session;

import io.tetherkey.bank.store.EnrolmentStore.StoredEnrolment;
import io.tetherkey.protocol.session.BankEnrolment;
import io.tetherkey.protocol.session.BankEnrolmentState;
import java.time.Instant;

/**
 * One message of an enrolment on its way through the bank.
 *
 * @param session as it was read, before the message
 * @param state after the message was opened, waiting for the bank's decision; never stored
 */
record EnrolmentTurn(
        Bank bank,
        BankEnrolment machine,
        StoredEnrolment session,
        BankEnrolmentState state,
        byte[] message,
        Instant now) {
    String sessionId() {
        return session.sessionId();
    }

    @Override
    public String toString() {
        return "EnrolmentTurn[" + session + "]";
    }
}
