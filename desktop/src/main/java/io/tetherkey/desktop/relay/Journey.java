package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.time.Instant;

/**
 * What stays the same, or only grows, while one payment is under way.
 *
 * @param startedAt when the user logged in; the order was valid then
 * @param delivered how many sealed messages of the chip the bank was given; from the third on an authorization may be
 *     among them, so that only the bank can say whether the order is paid
 * @param stage the furthest point that the phone reported
 * @param cancelledTooLate whether the user cancelled after the answer on the phone, which stands
 */
public record Journey(
        VerifiedOrder order, BankEntry bank, Instant startedAt, int delivered, Stage stage, boolean cancelledTooLate) {

    private static final int AUTHORIZATION_IS_AT_EARLIEST = 3;

    /** A payment that nobody has cancelled. */
    public Journey(VerifiedOrder order, BankEntry bank, Instant startedAt, int delivered, Stage stage) {
        this(order, bank, startedAt, delivered, stage, false);
    }

    static Journey from(VerifiedOrder order, BankEntry bank, Instant startedAt) {
        return new Journey(order, bank, startedAt, 0, Stage.IDLE);
    }

    /** The same payment with the bank at another address. */
    Journey at(BankEntry moved) {
        return new Journey(order, moved, startedAt, delivered, stage, cancelledTooLate);
    }

    Journey deliveredOneMore() {
        return new Journey(order, bank, startedAt, delivered + 1, stage, cancelledTooLate);
    }

    Journey reached(Stage reported) {
        return reported == Stage.IDLE
                ? this
                : new Journey(order, bank, startedAt, delivered, reported, cancelledTooLate);
    }

    Journey cancelCameTooLate() {
        return new Journey(order, bank, startedAt, delivered, stage, true);
    }

    /** Whether the bank may hold the user's signed consent, so that "not paid" must not be said without asking it. */
    public boolean mayBePaid() {
        return delivered >= AUTHORIZATION_IS_AT_EARLIEST;
    }

    /** Whether the user may have confirmed on the phone already. */
    boolean mayBeSigned() {
        return stage == Stage.CONFIRM_PAYMENT || stage == Stage.FINISHING;
    }
}
