package io.tetherkey.bank.session;

import io.tetherkey.bank.store.SessionStore.StoredSession;
import io.tetherkey.protocol.session.BankSession;
import io.tetherkey.protocol.session.BankState;
import java.time.Instant;

/**
 * One message on its way through the bank.
 *
 * @param session as it was read, before the message
 * @param state after the message was opened, waiting for the bank's decision; never stored
 */
record Turn(Bank bank, BankSession machine, StoredSession session, BankState state, byte[] message, Instant now) {
    String sessionId() {
        return session.sessionId();
    }

    @Override
    public String toString() {
        return "Turn[" + session + "]";
    }
}
