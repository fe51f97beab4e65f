package io.tetherkey.desktop.ui.ladder;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.desktop.ui.ladder.Progress.Telling;
import io.tetherkey.desktop.ui.ladder.Progress.WaitsFor;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.PhoneStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts the ladder of a payment into words. */
public final class LadderViewModel {

    private final Texts texts;
    private final Progress<Rung> progress;
    private FlowState flow = new FlowState.AtRest();
    private PhoneState phone = new PhoneState.Absent();

    public LadderViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.progress = new Progress<>(texts, runner);
        texts.onLanguage(this::render);
    }

    /** The steps and the one thing to do now. */
    public Progress<Rung> progress() {
        return progress;
    }

    public void show(FlowState state) {
        flow = state;
        render();
    }

    public void show(PhoneState state) {
        phone = state;
        render();
    }

    private void render() {
        Ladder ladder = Ladder.of(flow, phone);
        progress.tell(
                ladder,
                new Telling<>(
                        Arrays.stream(RungName.values())
                                .map(name -> rung(ladder, name))
                                .toList(),
                        ladder.now() == Now.NOTHING
                                ? ""
                                : texts.get(ladder.now().key(), arguments()),
                        leftText(ladder.now()),
                        tone(ladder.now()),
                        fault(),
                        hangs(ladder) ? WaitsFor.WORK : WaitsFor.NO_WORK));
    }

    /** Something works that should be done by now, or the phone is not seen. */
    private static boolean hangs(Ladder ladder) {
        return ladder.now() == Now.PLUG_IN
                || ladder.now() != Now.NOTHING && ladder.rungs().containsValue(RungState.WORKING);
    }

    private Optional<FaultWords> fault() {
        return flow instanceof FlowState.BankAway away
                ? Optional.of(FaultWords.of(away.why(), texts))
                : Optional.empty();
    }

    private static Tone tone(Now now) {
        if (now == Now.NOTHING) {
            return Tone.QUIET;
        }
        if (now == Now.KEY_WRONG || now == Now.BANK_AWAY) {
            return Tone.BAD;
        }
        return now.yours() ? Tone.YOUR_TURN : Tone.WORKING;
    }

    private Object[] arguments() {
        return switch (flow) {
            case FlowState.AtPhone at -> {
                OptionalInt left = at.status().attemptsLeft();
                yield new Object[] {texts.bankName(at.journey().bank()), left.orElse(-1)};
            }
            case FlowState.UnderWay at ->
                new Object[] {texts.bankName(at.journey().bank()), -1};
            case FlowState.AtRest ignored -> new Object[] {"", -1};
            case FlowState.OrderShown ignored -> new Object[] {"", -1};
            case FlowState.Finished ignored -> new Object[] {"", -1};
        };
    }

    private String leftText(Now now) {
        if (flow instanceof FlowState.PhoneAway away) {
            return texts.get(away.journey().mayBePaid() ? "now.away.asked" : "now.away.unpaid");
        }
        if (flow instanceof FlowState.BankAway away) {
            return away.journey().mayBePaid() || away.call() instanceof BankCall.AskStatus
                    ? texts.get("result.unknown.first")
                    : texts.get("now.bank-away.unpaid");
        }
        return flow instanceof FlowState.AtPhone at && now.yours() ? left(at.status(), texts) : "";
    }

    /** How long the phone waits for its user; empty where it does not say. */
    public static String left(PhoneStatus status, Texts texts) {
        return status.secondsLeft() > 0
                ? texts.get("now.left", Texts.clock(Duration.ofSeconds(status.secondsLeft())))
                : "";
    }

    private Rung rung(Ladder ladder, RungName name) {
        RungState state = ladder.rungs().getOrDefault(name, RungState.NOT_STARTED);
        return new Rung(name, texts.get("rung." + name.id()), state, texts.get("rungstate." + state.id()));
    }
}
