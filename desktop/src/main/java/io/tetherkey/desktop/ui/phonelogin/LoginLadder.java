package io.tetherkey.desktop.ui.phonelogin;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.LoginWay;
import io.tetherkey.desktop.ui.ladder.RungState;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.WaitReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a login stands, as named steps; a pure function of the flow and the phone.
 *
 * @param nowKey the key of the one thing that the user must do, or of what is being done; empty for nothing
 * @param yours whether it is the user's turn
 */
record LoginLadder(Map<LoginRungName, RungState> rungs, String nowKey, boolean yours) {

    LoginLadder {
        rungs = Map.copyOf(rungs);
    }

    static LoginLadder of(LoginState state, PhoneState phone) {
        return switch (state) {
            case LoginState.AtRest ignored -> until(LoginRungName.PHONE, RungState.NOT_STARTED, "", false);
            case LoginState.Asked ignored -> asked(phone);
            case LoginState.FormShown ignored -> form(phone);
            case LoginState.AtBank at -> atBank(at);
            case LoginState.AtPhone at -> atPhone(at);
            case LoginState.PhoneAway away -> phoneAway(away, phone);
            case LoginState.BankAway away -> until(rung(away.way(), away.call()), RungState.WORKING, "", true);
            case LoginState.Cancelling at ->
                until(rung(at.way(), at.call()), RungState.WORKING, "now.cancelling", false);
            case LoginState.Finished finished -> finished(finished);
        };
    }

    /** The question itself says what to do, so nothing more is said once a phone is there. */
    private static LoginLadder asked(PhoneState phone) {
        boolean ready = phone.known().isPresent();
        var rungs = before(LoginRungName.BANK);
        rungs.put(LoginRungName.PHONE, ready ? RungState.DONE : RungState.WAITING_FOR_YOU);
        rungs.put(LoginRungName.BANK, ready ? RungState.WAITING_FOR_YOU : RungState.NOT_STARTED);
        return new LoginLadder(rungs, ready ? "" : phoneKey(phone), isYours(phone));
    }

    private static LoginLadder form(PhoneState phone) {
        boolean ready = phone.known().isPresent();
        var rungs = before(LoginRungName.CERTIFICATE);
        rungs.put(LoginRungName.PHONE, ready ? RungState.DONE : RungState.WAITING_FOR_YOU);
        rungs.put(LoginRungName.LOGIN, RungState.WAITING_FOR_YOU);
        return new LoginLadder(rungs, ready ? "now.login.form" : phoneKey(phone), ready || isYours(phone));
    }

    private static String phoneKey(PhoneState phone) {
        return switch (phone) {
            case PhoneState.Absent() -> "now.plug-in";
            case PhoneState.Unusable ignored -> "now.plug-in";
            case PhoneState.Greeting() -> "now.greeting";
            case PhoneState.Locked ignored -> "now.unlock";
            case PhoneState.AskingTrust ignored -> "now.trust";
            case PhoneState.Ready ignored -> "now.greeting";
            case PhoneState.Reconnecting ignored -> "now.reconnecting";
        };
    }

    private static boolean isYours(PhoneState phone) {
        return switch (phone) {
            case PhoneState.Absent() -> true;
            case PhoneState.Unusable ignored -> true;
            case PhoneState.Locked ignored -> true;
            case PhoneState.AskingTrust ignored -> true;
            case PhoneState.Greeting() -> false;
            case PhoneState.Ready ignored -> false;
            case PhoneState.Reconnecting ignored -> false;
        };
    }

    private static LoginLadder atBank(LoginState.AtBank at) {
        LoginRungName rung = rung(at.way(), at.call());
        return until(
                rung,
                RungState.WORKING,
                switch (rung) {
                    case PHONE, BANK -> "now.calling-bank";
                    case CERTIFICATE, LOGIN -> "now.bank-checks-login";
                    case PAYMENT_KEY -> "now.bank-checks-key";
                    case BROWSER -> "now.login.browser";
                },
                false);
    }

    private static LoginLadder atPhone(LoginState.AtPhone at) {
        PhoneStatus status = at.status();
        LoginRungName rung = rung(at.way(), at.call());
        if (status.reason() == WaitReason.WAIT_UNLOCK) {
            return until(rung, RungState.WAITING_FOR_YOU, "now.unlock", true);
        }
        if (status.reason() == WaitReason.WAIT_CONSENT) {
            return until(rung, RungState.WAITING_FOR_YOU, "now.trust", true);
        }
        return switch (status.stage()) {
            case ENTER_PAYMENT_KEY ->
                until(LoginRungName.PAYMENT_KEY, RungState.WAITING_FOR_YOU, "now.login.enter-key", true);
            case PAYMENT_KEY_WRONG ->
                until(LoginRungName.PAYMENT_KEY, RungState.WAITING_FOR_YOU, "now.key-wrong", true);
            case IDLE,
                    OPENING,
                    TRUST_COMPUTER,
                    UNLOCK,
                    CONFIRM_PAYMENT,
                    FINISHING,
                    ENTER_ACTIVATION_CODE,
                    CHOOSE_PAYMENT_KEY,
                    REPEAT_PAYMENT_KEY,
                    CONFIRM_DELETION,
                    CONFIRM_RENEWAL -> until(rung, RungState.WORKING, "now.phone-works", false);
        };
    }

    private static LoginLadder phoneAway(LoginState.PhoneAway away, PhoneState phone) {
        var rungs = before(rung(away.way(), away.call()));
        boolean back = phone instanceof PhoneState.Reconnecting;
        rungs.put(LoginRungName.PHONE, back ? RungState.WORKING : RungState.WAITING_FOR_YOU);
        String key = away.why() == Fault.PHONE_LOCKED ? "now.unlock" : phoneKey(phone);
        return new LoginLadder(rungs, key, !back);
    }

    private static LoginRungName rung(LoginWay way, BankCall call) {
        return switch (call) {
            case BankCall.BeginLogin ignored -> LoginRungName.BANK;
            case BankCall.CompleteLogin ignored -> LoginRungName.BROWSER;
            case BankCall.Deliver ignored ->
                way.delivered() <= 1 ? LoginRungName.CERTIFICATE : LoginRungName.PAYMENT_KEY;
            case BankCall.Begin ignored -> LoginRungName.BANK;
            case BankCall.BeginEnrolment ignored -> LoginRungName.BANK;
            case BankCall.DeliverEnrolment ignored -> LoginRungName.CERTIFICATE;
            case BankCall.AskStatus ignored -> LoginRungName.BROWSER;
        };
    }

    private static LoginRungName rung(LoginWay way, PhoneCall call) {
        return switch (call) {
            case PhoneCall.Open ignored -> LoginRungName.CERTIFICATE;
            case PhoneCall.Relay ignored -> LoginRungName.PAYMENT_KEY;
        };
    }

    private static LoginLadder finished(LoginState.Finished finished) {
        return switch (finished.result()) {
            case LoginState.Result.LoggedIn ignored -> {
                var rungs = before(LoginRungName.BROWSER);
                rungs.put(LoginRungName.BROWSER, RungState.DONE);
                yield new LoginLadder(rungs, "", false);
            }
            case LoginState.Result.Cancelled() -> until(LoginRungName.BANK, RungState.NOT_STARTED, "", false);
            case LoginState.Result.Failed(Fault fault, var left) -> until(rung(fault), RungState.FAILED, "", false);
        };
    }

    private static LoginRungName rung(Fault fault) {
        return switch (fault) {
            case PHONE_LOST, PHONE_BROKE_PROTOCOL, PHONE_INCOMPATIBLE, PHONE_BUSY, PHONE_LOCKED, COMPUTER_NOT_TRUSTED ->
                LoginRungName.PHONE;
            case WRONG_PASSWORD, TOO_MANY_PASSWORDS -> LoginRungName.LOGIN;
            case WRONG_PAYMENT_KEY, PAYMENT_KEY_VOIDED, LOGIN_TIMED_OUT, SESSION_EXPIRED -> LoginRungName.PAYMENT_KEY;
            case LOGIN_CODE_VOID -> LoginRungName.BROWSER;
            case NOT_AVAILABLE,
                    CERTIFICATE_REFUSED,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_VOID,
                    CERTIFICATE_SUPERSEDED,
                    SUITE_REFUSED -> LoginRungName.CERTIFICATE;
            default -> LoginRungName.BANK;
        };
    }

    private static LoginLadder until(LoginRungName current, RungState state, String key, boolean yours) {
        var rungs = before(current);
        rungs.put(current, state);
        return new LoginLadder(rungs, key, yours);
    }

    private static Map<LoginRungName, RungState> before(LoginRungName current) {
        Map<LoginRungName, RungState> rungs = new EnumMap<>(LoginRungName.class);
        for (LoginRungName name : LoginRungName.values()) {
            rungs.put(name, name.compareTo(current) < 0 ? RungState.DONE : RungState.NOT_STARTED);
        }
        return rungs;
    }
}
