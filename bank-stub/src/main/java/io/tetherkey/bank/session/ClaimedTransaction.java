package io.tetherkey.bank.session;

import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.message.ProtocolException;
import java.util.function.Predicate;

/** One transaction that claims a session before anything else, so that of two requests at once one decides. */
final class ClaimedTransaction {

    private ClaimedTransaction() {}

    /** The work inside the transaction, which may find that the chip broke the protocol. */
    @FunctionalInterface
    interface Decision {
        Outcome decide(Stores stores) throws ProtocolException;
    }

    /**
     * Claims and decides, all of it or nothing.
     *
     * @param claim false if another request changed the session since it was read
     */
    static Outcome run(Database database, Predicate<Stores> claim, Decision decision) throws ProtocolException {
        try {
            return database.inTransaction(stores -> {
                if (!claim.test(stores)) {
                    return new Outcome.Stale();
                }
                try {
                    return decision.decide(stores);
                } catch (ProtocolException e) {
                    throw new Rollback(e);
                }
            });
        } catch (Rollback e) {
            throw e.reason;
        }
    }

    /** Undoes the transaction and carries the reason out of it. */
    private static final class Rollback extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ProtocolException reason;

        Rollback(ProtocolException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
