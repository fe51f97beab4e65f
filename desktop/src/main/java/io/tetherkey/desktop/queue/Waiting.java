package io.tetherkey.desktop.queue;

import io.tetherkey.desktop.relay.LoginTicket;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.time.Instant;
import java.util.Arrays;

/** A start link that was checked and waits for its turn. */
public sealed interface Waiting {

    /** When it is no longer worth opening. */
    Instant expiresAt();

    /** Whether {@code other} asks for the same thing. */
    boolean isSameAs(Waiting other);

    /** A shop's order. */
    record Payment(VerifiedOrder order) implements Waiting {

        @Override
        public Instant expiresAt() {
            return order.order().expiresAt();
        }

        @Override
        public boolean isSameAs(Waiting other) {
            return other instanceof Payment(VerifiedOrder theirs)
                    && Arrays.equals(order.orderHash(), theirs.orderHash());
        }
    }

    /** A login that a bank's page asked for. */
    record Login(LoginTicket ticket) implements Waiting {

        @Override
        public Instant expiresAt() {
            return ticket.expiresAt();
        }

        @Override
        public boolean isSameAs(Waiting other) {
            return other instanceof Login(LoginTicket theirs) && ticket.isSameAs(theirs);
        }
    }
}
