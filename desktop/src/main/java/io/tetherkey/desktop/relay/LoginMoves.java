package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.relay.LoginState.Asked;
import io.tetherkey.desktop.relay.LoginState.AtBank;
import io.tetherkey.desktop.relay.LoginState.AtPhone;
import io.tetherkey.desktop.relay.LoginState.AtRest;
import io.tetherkey.desktop.relay.LoginState.BankAway;
import io.tetherkey.desktop.relay.LoginState.Cancelling;
import io.tetherkey.desktop.relay.LoginState.Finished;
import io.tetherkey.desktop.relay.LoginState.FormShown;
import io.tetherkey.desktop.relay.LoginState.PhoneAway;
import io.tetherkey.protocol.trust.BankEntry;

/** What becomes of a login whose bank has another address from now on; pure. */
final class LoginMoves {

    private LoginMoves() {}

    /** The same state at the new address; a state of another bank, or without one, as it was. */
    static LoginState moved(LoginState state, BankEntry bank) {
        if (!(state instanceof LoginState.Present present)
                || !present.ticket().bank().bankId().equals(bank.bankId())) {
            return state;
        }
        LoginTicket ticket = present.ticket().at(bank);
        return switch (state) {
            case Asked asked -> new Asked(ticket, asked.step());
            case FormShown form -> new FormShown(ticket, form.step(), form.sessionId(), form.offer(), form.endsAt());
            case AtBank at -> new AtBank(at.way().at(ticket), at.step(), at.call());
            case AtPhone at -> new AtPhone(at.way().at(ticket), at.step(), at.call(), at.status());
            case PhoneAway at -> new PhoneAway(at.way().at(ticket), at.step(), at.call(), at.why());
            case BankAway at -> new BankAway(at.way().at(ticket), at.step(), at.call(), at.why());
            case Cancelling at -> new Cancelling(at.way().at(ticket), at.step(), at.call());
            case AtRest ignored -> state;
            case Finished ignored -> state;
        };
    }
}
