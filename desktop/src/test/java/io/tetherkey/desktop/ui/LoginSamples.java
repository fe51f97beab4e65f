package io.tetherkey.desktop.ui;

import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.LoginTicket;
import io.tetherkey.desktop.relay.LoginWay;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.OptionalInt;

/** States of a login that tests share. */
public final class LoginSamples {

    public static final LoginTicket TICKET =
            new LoginTicket(Samples.HARBOUR, new byte[16], Samples.NOW.plusSeconds(60));

    private LoginSamples() {}

    public static LoginState asked() {
        return new LoginState.Asked(TICKET, 0);
    }

    public static LoginState form() {
        return new LoginState.FormShown(TICKET, 1, Samples.SESSION, new byte[8], Samples.NOW.plusSeconds(300));
    }

    public static LoginState atPhone(Stage stage, OptionalInt attempts) {
        return new LoginState.AtPhone(
                new LoginWay(TICKET, 1, stage),
                4,
                Samples.relay(),
                new PhoneStatus(WaitReason.WAIT_USER, stage, 90, attempts));
    }

    public static LoginState bankAway() {
        return bankAway(Fault.BANK_UNREACHABLE);
    }

    public static LoginState bankAway(Fault why) {
        return new LoginState.BankAway(new LoginWay(TICKET, 2, Stage.ENTER_PAYMENT_KEY), 5, Samples.deliver(), why);
    }

    public static LoginState completing() {
        return new LoginState.AtBank(
                new LoginWay(TICKET, 2, Stage.ENTER_PAYMENT_KEY), 7, new BankCall.CompleteLogin(Samples.SESSION));
    }

    public static LoginState ended(LoginState.Result result) {
        return new LoginState.Finished(TICKET, 8, result);
    }

    public static LoginState failed(Fault fault) {
        return ended(new LoginState.Result.Failed(fault, OptionalInt.empty()));
    }
}
