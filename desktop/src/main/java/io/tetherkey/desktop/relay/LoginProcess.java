package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.relay.LoginEffect.AwaitPhone;
import io.tetherkey.desktop.relay.LoginEffect.CallBank;
import io.tetherkey.desktop.relay.LoginEffect.CallPhone;
import io.tetherkey.desktop.relay.LoginEffect.CancelPhone;
import io.tetherkey.desktop.relay.LoginEffect.ForgetPassword;
import io.tetherkey.desktop.relay.LoginEffect.OpenBrowser;
import io.tetherkey.desktop.relay.LoginState.Asked;
import io.tetherkey.desktop.relay.LoginState.AtBank;
import io.tetherkey.desktop.relay.LoginState.AtPhone;
import io.tetherkey.desktop.relay.LoginState.AtRest;
import io.tetherkey.desktop.relay.LoginState.BankAway;
import io.tetherkey.desktop.relay.LoginState.Cancelling;
import io.tetherkey.desktop.relay.LoginState.Finished;
import io.tetherkey.desktop.relay.LoginState.FormShown;
import io.tetherkey.desktop.relay.LoginState.PhoneAway;
import io.tetherkey.desktop.relay.LoginState.Result;
import io.tetherkey.desktop.relay.LoginState.UnderWay;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Carries a login between bank, phone and browser (PROTOCOL.md, "Login"); pure.
 *
 * <p>A link calls nobody: the bank hears of it when the user has said that it goes on, and the phone when the user has
 * typed name and password. The same call is made again with the same bytes after an unplug. No money is moved, so every
 * end can be told at once.
 */
public final class LoginProcess {

    private static final PhoneStatus NOTHING_YET =
            new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty());

    private LoginProcess() {}

    /** The next state; an event that does not fit changes nothing. */
    public static LoginStep next(LoginState state, LoginEvent event) {
        return switch (event) {
            case LoginEvent.Opened(LoginTicket ticket) ->
                state instanceof AtRest || state instanceof Finished
                        ? LoginStep.of(new Asked(ticket, state.step()))
                        : same(state);
            case LoginEvent.Continued() ->
                state instanceof Asked asked
                        ? callBank(
                                LoginWay.from(asked.ticket()),
                                asked.step() + 1,
                                new BankCall.BeginLogin(asked.ticket().ticket()))
                        : same(state);
            case LoginEvent.Submitted() ->
                state instanceof FormShown form ? openPhone(form) : LoginStep.of(state, new ForgetPassword());
            case LoginEvent.BankReplied(int step, BankReply reply, Instant at) ->
                state instanceof AtBank bank && bank.step() == step ? bankReplied(bank, reply, at) : same(state);
            case LoginEvent.BankMoved moved -> LoginStep.of(LoginMoves.moved(state, moved.bank()));
            case LoginEvent.PhoneReplied(int step, PhoneReply reply) -> phoneReplied(state, step, reply);
            case LoginEvent.PhoneReported(int step, PhoneStatus status) ->
                state instanceof AtPhone at && at.step() == step
                        ? LoginStep.of(new AtPhone(at.way().reached(status.stage()), step, at.call(), status))
                        : same(state);
            case LoginEvent.PhoneBack(int step) ->
                state instanceof PhoneAway away && away.step() == step
                        ? callPhone(away.way(), step + 1, away.call())
                        : same(state);
            case LoginEvent.Retry() ->
                state instanceof BankAway away ? callBank(away.way(), away.step() + 1, away.call()) : same(state);
            case LoginEvent.Cancel() -> cancel(state);
            case LoginEvent.Dismiss() ->
                state instanceof Finished ? LoginStep.of(new AtRest(state.step())) : same(state);
        };
    }

    private static LoginStep callBank(LoginWay way, int step, BankCall call) {
        return LoginStep.of(
                new AtBank(way, step, call), new CallBank(step, way.ticket().bank(), call));
    }

    private static LoginStep callPhone(LoginWay way, int step, PhoneCall call) {
        return LoginStep.of(new AtPhone(way, step, call, NOTHING_YET), new CallPhone(step, call));
    }

    private static LoginStep openPhone(FormShown form) {
        var bank = form.ticket().bank();
        return callPhone(
                LoginWay.from(form.ticket()),
                form.step() + 1,
                new PhoneCall.Open(bank.bankId(), form.sessionId(), form.offer(), bank.origin()));
    }

    private static LoginStep bankReplied(AtBank at, BankReply reply, Instant now) {
        return switch (reply) {
            case BankReply.Offered(byte[] sessionId, byte[] offer) ->
                LoginStep.of(
                        new FormShown(at.ticket(), at.step(), sessionId, offer, now.plus(Offer.MOST_TIME_TO_LIVE)));
            case BankReply.Answered(byte[] message) ->
                at.call() instanceof BankCall.Deliver deliver
                        ? callPhone(at.way(), at.step() + 1, new PhoneCall.Relay(deliver.sessionId(), message))
                        : fail(at, Fault.MESSAGE_MALFORMED);
            case BankReply.Completed(String code) ->
                LoginStep.of(
                        new Finished(at.ticket(), at.step(), new Result.LoggedIn(code)),
                        new OpenBrowser(at.ticket().bank(), code));
            case BankReply.Refused(Fault fault, OptionalInt left) -> finish(at, new Result.Failed(fault, left));
            case BankReply.Unreachable(Fault why) -> LoginStep.of(new BankAway(at.way(), at.step(), at.call(), why));
            case BankReply.Told told -> fail(at, Fault.MESSAGE_MALFORMED);
        };
    }

    private static LoginStep phoneReplied(LoginState state, int step, PhoneReply reply) {
        return switch (state) {
            case AtPhone at when at.step() == step -> phoneReplied(at, at.call(), reply);
            case Cancelling at
            when at.step() == step ->
                reply instanceof PhoneReply.Gone
                        ? finish(at, new Result.Cancelled())
                        : phoneReplied(at, at.call(), reply);
            case AtPhone ignored -> same(state);
            case Cancelling ignored -> same(state);
            case AtRest ignored -> same(state);
            case Asked ignored -> same(state);
            case FormShown ignored -> same(state);
            case AtBank ignored -> same(state);
            case PhoneAway ignored -> same(state);
            case BankAway ignored -> same(state);
            case Finished ignored -> same(state);
        };
    }

    private static LoginStep phoneReplied(UnderWay at, PhoneCall call, PhoneReply reply) {
        byte[] sessionId = sessionId(call);
        int step = at.step() + 1;
        return switch (reply) {
            case PhoneReply.Forwarded(byte[] message) -> {
                LoginStep called =
                        callBank(at.way().deliveredOneMore(), step, new BankCall.Deliver(sessionId, message));
                yield new LoginStep(called.state(), List.of(called.effects().getFirst(), new ForgetPassword()));
            }
            case PhoneReply.Ended(SessionOutcome outcome) -> ended(at, sessionId, outcome);
            case PhoneReply.Refused(Fault fault, OptionalInt left) -> refused(at, fault, left);
            case PhoneReply.Gone(Fault why) ->
                LoginStep.of(new PhoneAway(at.way(), step, call, why), new AwaitPhone(step));
        };
    }

    private static byte[] sessionId(PhoneCall call) {
        return switch (call) {
            case PhoneCall.Open open -> open.sessionId();
            case PhoneCall.Relay relay -> relay.sessionId();
        };
    }

    /** The chip has stored the result before it said so. */
    private static LoginStep ended(UnderWay at, byte[] sessionId, SessionOutcome outcome) {
        return switch (outcome.result()) {
            case ALLOWED -> callBank(at.way(), at.step() + 1, new BankCall.CompleteLogin(sessionId));
            case VOID -> fail(at, Fault.PAYMENT_KEY_VOIDED);
            case FAILED ->
                finish(at, new Result.Failed(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(outcome.attemptsLeft())));
            case PAID, DECLINED, PAYMENT_FAILED, NONE -> fail(at, Fault.PHONE_BROKE_PROTOCOL);
        };
    }

    private static LoginStep refused(UnderWay at, Fault fault, OptionalInt left) {
        return switch (fault) {
            case CANCELLED, DECLINED_ON_PHONE -> finish(at, new Result.Cancelled());
            case PHONE_TIMED_OUT -> fail(at, Fault.LOGIN_TIMED_OUT);
            // A phone that is older than logins answers the bank's first message so, before it asks for anything.
            case PHONE_BROKE_PROTOCOL ->
                fail(at, at.way().delivered() == 1 ? Fault.PHONE_INCOMPATIBLE : Fault.PHONE_BROKE_PROTOCOL);
            default -> finish(at, new Result.Failed(fault, left));
        };
    }

    private static LoginStep cancel(LoginState state) {
        return switch (state) {
            case AtPhone at ->
                LoginStep.of(new Cancelling(at.way(), at.step(), at.call()), new CancelPhone(), new ForgetPassword());
            case Asked asked -> cancelled(asked);
            case FormShown form -> cancelled(form);
            case AtBank at -> cancelled(at);
            case PhoneAway at -> cancelled(at);
            case BankAway at -> cancelled(at);
            case Cancelling ignored -> same(state);
            case AtRest ignored -> same(state);
            case Finished ignored -> same(state);
        };
    }

    private static LoginStep cancelled(LoginState.Present at) {
        return finish(at, new Result.Cancelled());
    }

    private static LoginStep fail(LoginState.Present at, Fault fault) {
        return finish(at, new Result.Failed(fault, OptionalInt.empty()));
    }

    private static LoginStep finish(LoginState.Present at, Result result) {
        return LoginStep.of(new Finished(at.ticket(), at.step(), result), new ForgetPassword());
    }

    private static LoginStep same(LoginState state) {
        return LoginStep.of(state);
    }
}
