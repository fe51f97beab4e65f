package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Where the one login of this app stands.
 *
 * <pre>
 *  AtRest → Asked → AtBank → FormShown → AtPhone ⇄ AtBank → Finished → AtRest
 *                     ↕                     ↕ ↘
 *                  BankAway            PhoneAway  Cancelling
 * </pre>
 *
 * Nobody is called before the user has said in Asked that it goes on. An answer to an earlier step is ignored.
 */
public sealed interface LoginState {

    /** Grows with each call, over all logins of a run, so that a late answer is known as such. */
    int step();

    /** Nobody wants to log in. */
    record AtRest(int step) implements LoginState {}

    /** A login that is looked at. */
    sealed interface Present extends LoginState {
        LoginTicket ticket();
    }

    /** A page asks; the user has not said yet that it goes on. */
    record Asked(LoginTicket ticket, int step) implements Present {}

    /** The bank's offer is there and waits for user name and password. */
    record FormShown(LoginTicket ticket, int step, byte[] sessionId, byte[] offer, Instant endsAt) implements Present {
        @Override
        public boolean equals(Object other) {
            return other instanceof FormShown theirs && theirs.step == step && Arrays.equals(theirs.offer, offer);
        }

        @Override
        public int hashCode() {
            return step;
        }
    }

    /** A login under way. */
    sealed interface UnderWay extends Present {
        LoginWay way();

        @Override
        default LoginTicket ticket() {
            return way().ticket();
        }
    }

    /** The bank was called and has not answered. */
    record AtBank(LoginWay way, int step, BankCall call) implements UnderWay {}

    /** The phone was called and works, or waits for the user. */
    record AtPhone(LoginWay way, int step, PhoneCall call, PhoneStatus status) implements UnderWay {}

    /** The phone cannot be asked; the same call is made again once it is back. */
    record PhoneAway(LoginWay way, int step, PhoneCall call, Fault why) implements UnderWay {}

    /** The bank cannot be asked; the same bytes are sent again by and by, or when the user says so. */
    record BankAway(LoginWay way, int step, BankCall call, Fault why) implements UnderWay {}

    /** The user cancelled while the phone was asked; the phone has the last word. */
    record Cancelling(LoginWay way, int step, PhoneCall call) implements UnderWay {}

    /** Over. */
    record Finished(LoginTicket ticket, int step, Result result) implements Present {}

    /** How a login ended. */
    sealed interface Result {

        /**
         * The phone was allowed in, and the browser was opened with the code.
         *
         * @param code what the user types into the asking page if that is in another browser
         */
        record LoggedIn(String code) implements Result {
            @Override
            public String toString() {
                return "LoggedIn[hidden]";
            }
        }

        /** Given up by the user. */
        record Cancelled() implements Result {}

        /** Not logged in. */
        record Failed(Fault fault, OptionalInt attemptsLeft) implements Result {}
    }
}
