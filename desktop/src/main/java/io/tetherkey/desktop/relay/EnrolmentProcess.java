package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.phone.SlotCall;
import io.tetherkey.desktop.phone.SlotReply;
import io.tetherkey.desktop.relay.EnrolmentEffect.AwaitPhone;
import io.tetherkey.desktop.relay.EnrolmentEffect.CallBank;
import io.tetherkey.desktop.relay.EnrolmentEffect.CallPhone;
import io.tetherkey.desktop.relay.EnrolmentEffect.CancelPhone;
import io.tetherkey.desktop.relay.EnrolmentState.AtBank;
import io.tetherkey.desktop.relay.EnrolmentState.AtPhone;
import io.tetherkey.desktop.relay.EnrolmentState.AtRest;
import io.tetherkey.desktop.relay.EnrolmentState.BankAway;
import io.tetherkey.desktop.relay.EnrolmentState.Cancelling;
import io.tetherkey.desktop.relay.EnrolmentState.Finished;
import io.tetherkey.desktop.relay.EnrolmentState.PhoneAway;
import io.tetherkey.desktop.relay.EnrolmentState.Result;
import io.tetherkey.desktop.relay.EnrolmentState.UnderWay;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.OptionalInt;

/**
 * Carries an enrolment between bank and phone (PROTOCOL.md, "Enrolment"), or a deletion to the phone; pure.
 *
 * <p>Nothing but a person's cancel is told as cancelled. While a bank or phone is away, the same bytes wait for it; both
 * answer the same bytes with the same answer, so nothing is done twice.
 */
public final class EnrolmentProcess {

    private static final byte[] NO_SESSION = new byte[0];
    private static final PhoneStatus NOTHING_YET =
            new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty());

    private EnrolmentProcess() {}

    /** The next state; an event that does not fit changes nothing. */
    public static EnrolmentStep next(EnrolmentState state, EnrolmentEvent event) {
        return switch (event) {
            case EnrolmentEvent.Begun(SlotChange change) ->
                state instanceof UnderWay ? same(state) : begin(change, state.step() + 1);
            case EnrolmentEvent.BankReplied(int step, BankReply reply) ->
                state instanceof AtBank at && at.step() == step ? bankReplied(at, reply) : same(state);
            case EnrolmentEvent.BankMoved moved -> moved(state, moved);
            case EnrolmentEvent.PhoneReplied(int step, SlotReply reply) -> phoneReplied(state, step, reply);
            case EnrolmentEvent.PhoneReported(int step, PhoneStatus status) ->
                state instanceof AtPhone at && at.step() == step
                        ? EnrolmentStep.of(new AtPhone(at.change(), step, at.sessionId(), at.call(), status))
                        : same(state);
            case EnrolmentEvent.PhoneBack(int step) ->
                state instanceof PhoneAway away && away.step() == step
                        ? callPhone(away, away.sessionId(), away.call())
                        : same(state);
            case EnrolmentEvent.Retry() -> retry(state);
            case EnrolmentEvent.Cancel() -> cancel(state);
            case EnrolmentEvent.Dismiss() ->
                state instanceof Finished ? EnrolmentStep.of(new AtRest(state.step())) : same(state);
        };
    }

    private static EnrolmentStep begin(SlotChange change, int step) {
        return switch (change) {
            case SlotChange.SetUp setUp -> callBank(change, step, new BankCall.BeginEnrolment(EnrolmentPurpose.NEW));
            case SlotChange.Renew renew ->
                callBank(change, step, new BankCall.BeginEnrolment(EnrolmentPurpose.RENEWAL));
            case SlotChange.Remove remove -> {
                var call = new SlotCall.Delete(remove.slotId());
                yield EnrolmentStep.of(
                        new AtPhone(change, step, NO_SESSION, call, NOTHING_YET), new CallPhone(step, call));
            }
        };
    }

    private static EnrolmentStep callBank(SlotChange change, int step, BankCall call) {
        return EnrolmentStep.of(new AtBank(change, step, NO_SESSION, call), new CallBank(step, change.bank(), call));
    }

    private static EnrolmentStep bankReplied(AtBank at, BankReply reply) {
        return switch (reply) {
            case BankReply.Offered(byte[] sessionId, byte[] offer) ->
                callPhone(at, sessionId, new SlotCall.Begin(at.change().bank().bankId(), offer));
            case BankReply.Answered(byte[] message) ->
                callPhone(at, at.sessionId(), new SlotCall.Relay(at.sessionId(), message));
            case BankReply.Refused(Fault fault, OptionalInt left) -> finish(at, new Result.Failed(fault, left));
            case BankReply.Unreachable(Fault why) ->
                EnrolmentStep.of(new BankAway(at.change(), at.step(), at.sessionId(), at.call(), why));
            case BankReply.Told told -> same(at);
            case BankReply.Completed completed -> same(at);
        };
    }

    private static EnrolmentStep callPhone(UnderWay at, byte[] sessionId, SlotCall call) {
        int step = at.step() + 1;
        return EnrolmentStep.of(
                new AtPhone(at.change(), step, sessionId, call, NOTHING_YET), new CallPhone(step, call));
    }

    private static EnrolmentStep phoneReplied(EnrolmentState state, int step, SlotReply reply) {
        return switch (state) {
            case AtPhone at when at.step() == step -> phoneReplied(at, at.sessionId(), at.call(), reply);
            case Cancelling at
            when at.step() == step ->
                reply instanceof PhoneReply.Gone
                        ? finish(at, failed(Fault.ENROLMENT_CANCELLED))
                        : phoneReplied(at, at.sessionId(), at.call(), reply);
            case AtPhone ignored -> same(state);
            case Cancelling ignored -> same(state);
            case AtRest ignored -> same(state);
            case AtBank ignored -> same(state);
            case PhoneAway ignored -> same(state);
            case BankAway ignored -> same(state);
            case Finished ignored -> same(state);
        };
    }

    private static EnrolmentStep phoneReplied(UnderWay at, byte[] sessionId, SlotCall call, SlotReply reply) {
        int step = at.step() + 1;
        return switch (reply) {
            case PhoneReply.Forwarded(byte[] message) -> {
                var deliver = new BankCall.DeliverEnrolment(sessionId, message);
                yield EnrolmentStep.of(
                        new AtBank(at.change(), step, sessionId, deliver),
                        new CallBank(step, at.change().bank(), deliver));
            }
            case SlotReply.Done() -> finish(at, new Result.Done());
            case PhoneReply.Refused(Fault fault, OptionalInt left) ->
                finish(at, new Result.Failed(inWordsOfEnrolment(fault), OptionalInt.empty()));
            case PhoneReply.Gone(Fault why) ->
                EnrolmentStep.of(new PhoneAway(at.change(), step, sessionId, call, why), new AwaitPhone(step));
        };
    }

    /** The same facts without talk of a payment. */
    private static Fault inWordsOfEnrolment(Fault fault) {
        return switch (fault) {
            case DECLINED_ON_PHONE -> Fault.ENROLMENT_DECLINED;
            case PHONE_TIMED_OUT -> Fault.ENROLMENT_TIMED_OUT;
            case CANCELLED -> Fault.ENROLMENT_CANCELLED;
            case NOT_AVAILABLE -> Fault.ENROLMENT_REFUSED;
            default -> fault;
        };
    }

    private static EnrolmentStep moved(EnrolmentState state, EnrolmentEvent.BankMoved moved) {
        if (!(state instanceof UnderWay under)
                || !under.change().bank().bankId().equals(moved.bank().bankId())) {
            return same(state);
        }
        SlotChange change = under.change().at(moved.bank());
        return EnrolmentStep.of(
                switch (under) {
                    case AtBank at -> new AtBank(change, at.step(), at.sessionId(), at.call());
                    case AtPhone at -> new AtPhone(change, at.step(), at.sessionId(), at.call(), at.status());
                    case PhoneAway at -> new PhoneAway(change, at.step(), at.sessionId(), at.call(), at.why());
                    case BankAway at -> new BankAway(change, at.step(), at.sessionId(), at.call(), at.why());
                    case Cancelling at -> new Cancelling(change, at.step(), at.sessionId(), at.call());
                });
    }

    private static EnrolmentStep retry(EnrolmentState state) {
        if (state instanceof BankAway away) {
            int step = away.step() + 1;
            return EnrolmentStep.of(
                    new AtBank(away.change(), step, away.sessionId(), away.call()),
                    new CallBank(step, away.change().bank(), away.call()));
        }
        return state instanceof Finished finished && finished.result() instanceof Result.Failed
                ? begin(finished.change(), state.step() + 1)
                : same(state);
    }

    private static EnrolmentStep cancel(EnrolmentState state) {
        return switch (state) {
            case AtPhone at ->
                EnrolmentStep.of(new Cancelling(at.change(), at.step(), at.sessionId(), at.call()), new CancelPhone());
            case AtBank at -> finish(at, failed(Fault.ENROLMENT_CANCELLED));
            case PhoneAway at -> finish(at, failed(Fault.ENROLMENT_CANCELLED));
            case BankAway at -> finish(at, failed(Fault.ENROLMENT_CANCELLED));
            case Cancelling ignored -> same(state);
            case AtRest ignored -> same(state);
            case Finished ignored -> same(state);
        };
    }

    private static Result failed(Fault fault) {
        return new Result.Failed(fault, OptionalInt.empty());
    }

    private static EnrolmentStep finish(UnderWay under, Result result) {
        return EnrolmentStep.of(new Finished(under.change(), under.step(), result));
    }

    private static EnrolmentStep same(EnrolmentState state) {
        return EnrolmentStep.of(state);
    }
}
