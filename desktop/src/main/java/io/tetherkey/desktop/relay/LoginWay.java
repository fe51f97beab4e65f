package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.message.Stage;

/**
 * What stays the same, or only grows, while one login is under way.
 *
 * @param delivered how many sealed messages of the chip the bank was given
 * @param stage the furthest point that the phone reported
 */
public record LoginWay(LoginTicket ticket, int delivered, Stage stage) {

    static LoginWay from(LoginTicket ticket) {
        return new LoginWay(ticket, 0, Stage.IDLE);
    }

    /** The same login with the bank at another address. */
    LoginWay at(LoginTicket moved) {
        return new LoginWay(moved, delivered, stage);
    }

    LoginWay deliveredOneMore() {
        return new LoginWay(ticket, delivered + 1, stage);
    }

    LoginWay reached(Stage reported) {
        return reported == Stage.IDLE ? this : new LoginWay(ticket, delivered, reported);
    }
}
