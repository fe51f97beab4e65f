package io.tetherkey.desktop.ui.ladder;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.protocol.message.PhoneStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The ladder of steps and its one line of what to do now; what takes over 3 s is named, and after 10 s the diagnosis is
 * offered.
 */
public final class LadderViewModel implements Progress {

    /** After this long the step that is waited for is named. */
    static final Duration SLOW = Duration.ofSeconds(3);

    /** After this long the diagnosis is offered. */
    static final Duration STUCK = Duration.ofSeconds(10);

    private final Texts texts;
    private final TaskRunner runner;
    private final ObservableList<Rung> rungs = FXCollections.observableArrayList();
    private final ObservableList<Rung> rungsShown = FXCollections.unmodifiableObservableList(rungs);
    private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper slow = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stuck = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Tone> tone = new SimpleObjectProperty<>(Tone.QUIET);
    private FlowState flow = new FlowState.AtRest();
    private PhoneState phone = new PhoneState.Absent();
    private Ladder ladder = Ladder.of(flow, phone);
    private boolean slowNow;
    private int generation;
    private Runnable diagnose = () -> {};

    public LadderViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.runner = runner;
        texts.onLanguage(this::render);
    }

    @Override
    public ObservableList<Rung> rungs() {
        return rungsShown;
    }

    @Override
    public ReadOnlyStringProperty nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty stuckProperty() {
        return stuck.getReadOnlyProperty();
    }

    /** Runs {@code open} when the user asks why a step hangs. */
    public void onDiagnose(Runnable open) {
        diagnose = open;
    }

    @Override
    public void diagnose() {
        diagnose.run();
    }

    @Override
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone;
    }

    public void show(FlowState state) {
        flow = state;
        update();
    }

    public void show(PhoneState state) {
        phone = state;
        update();
    }

    private void update() {
        Ladder next = Ladder.of(flow, phone);
        if (!next.equals(ladder)) {
            slowNow = false;
            stuck.set(false);
            int watched = ++generation;
            runner.later(SLOW, () -> nameIfStill(watched));
            runner.later(STUCK, () -> stuck.set(stuck.get() || watched == generation && hangs()));
        }
        ladder = next;
        render();
    }

    private void nameIfStill(int watched) {
        slowNow = watched == generation;
        render();
    }

    /** Something works that should be done by now, or the phone is not seen. */
    private boolean hangs() {
        return ladder.now() == Now.PLUG_IN || ladder.rungs().containsValue(RungState.WORKING);
    }

    private void render() {
        List<Rung> fresh = Arrays.stream(RungName.values()).map(this::rung).toList();
        if (!fresh.equals(rungs)) {
            rungs.setAll(fresh);
        }
        left.set(leftText());
        now.set(nowText());
        tone.set(tone(ladder.now()));
        slow.set(slowNow ? slowText() : "");
    }

    private String nowText() {
        if (flow instanceof FlowState.BankAway away) {
            return texts.get(
                    "now.bank-away",
                    away.why().sentence(texts.locale()),
                    away.why().remedy(texts.locale()),
                    away.why().code());
        }
        return ladder.now() == Now.NOTHING ? "" : texts.get(ladder.now().key(), arguments());
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
                PhoneStatus status = at.status();
                OptionalInt left = status.attemptsLeft();
                yield new Object[] {texts.bankName(at.journey().bank()), left.orElse(-1), status.secondsLeft()};
            }
            case FlowState.UnderWay at ->
                new Object[] {texts.bankName(at.journey().bank()), -1, 0};
            case FlowState.AtRest ignored -> new Object[] {"", -1, 0};
            case FlowState.OrderShown ignored -> new Object[] {"", -1, 0};
            case FlowState.Finished ignored -> new Object[] {"", -1, 0};
        };
    }

    private String leftText() {
        return flow instanceof FlowState.AtPhone at
                        && ladder.now().yours()
                        && at.status().secondsLeft() > 0
                ? texts.get(
                        "now.left", Texts.clock(Duration.ofSeconds(at.status().secondsLeft())))
                : "";
    }

    private String slowText() {
        return rungs.stream()
                .filter(rung -> rung.state() == RungState.WORKING)
                .findFirst()
                .map(rung -> texts.get("now.slow", rung.label()))
                .orElse("");
    }

    private Rung rung(RungName name) {
        RungState state = ladder.rungs().getOrDefault(name, RungState.NOT_STARTED);
        return new Rung(name, texts.get("rung." + name.id()), state, texts.get("rungstate." + state.id()));
    }
}
