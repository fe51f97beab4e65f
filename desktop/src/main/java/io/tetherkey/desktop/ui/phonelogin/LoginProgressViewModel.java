package io.tetherkey.desktop.ui.phonelogin;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.ladder.Progress;
import io.tetherkey.desktop.ui.ladder.RungState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The steps of a login and its one line of what to do now; what takes long is named, then the diagnosis is offered. */
public final class LoginProgressViewModel implements Progress {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration STUCK = Duration.ofSeconds(10);

    private final Texts texts;
    private final TaskRunner runner;
    private final ObservableList<LoginRung> rungs = FXCollections.observableArrayList();
    private final ObservableList<LoginRung> rungsShown = FXCollections.unmodifiableObservableList(rungs);
    private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper slow = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stuck = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.QUIET);
    private LoginState state = new LoginState.AtRest(0);
    private PhoneState phone = new PhoneState.Absent();
    private LoginLadder ladder = LoginLadder.of(state, phone);
    private boolean slowNow;
    private int generation;
    private Runnable diagnose = () -> {};

    /** One step in words. */
    public record LoginRung(String id, String label, RungState state, String stateText) implements StepLine {}

    LoginProgressViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.runner = runner;
        texts.onLanguage(this::render);
    }

    @Override
    public ObservableList<LoginRung> rungs() {
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

    @Override
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /** Runs {@code open} when the user asks why a step hangs. */
    public void onDiagnose(Runnable open) {
        diagnose = open;
    }

    @Override
    public void diagnose() {
        diagnose.run();
    }

    void show(LoginState next) {
        state = next;
        update();
    }

    void show(PhoneState next) {
        phone = next;
        update();
    }

    private void update() {
        LoginLadder next = LoginLadder.of(state, phone);
        if (!next.equals(ladder)) {
            slowNow = false;
            stuck.set(false);
            int watched = ++generation;
            runner.later(SLOW, () -> nameIfStill(watched));
            runner.later(STUCK, () -> stuck.set(stuck.get() || watched == generation && works(next)));
        }
        ladder = next;
        render();
    }

    private static boolean works(LoginLadder ladder) {
        return ladder.rungs().containsValue(RungState.WORKING);
    }

    private void nameIfStill(int watched) {
        slowNow = watched == generation;
        render();
    }

    private void render() {
        List<LoginRung> fresh =
                Arrays.stream(LoginRungName.values()).map(this::rung).toList();
        if (!fresh.equals(rungs)) {
            rungs.setAll(fresh);
        }
        now.set(nowText());
        left.set(leftText());
        tone.set(toneNow());
        slow.set(
                slowNow
                        ? fresh.stream()
                                .filter(rung -> rung.state() == RungState.WORKING)
                                .findFirst()
                                .map(rung -> texts.get("now.slow", rung.label()))
                                .orElse("")
                        : "");
    }

    private LoginRung rung(LoginRungName name) {
        RungState at = ladder.rungs().getOrDefault(name, RungState.NOT_STARTED);
        return new LoginRung(name.id(), texts.get("rung." + name.id()), at, texts.get("rungstate." + at.id()));
    }

    private String nowText() {
        if (state instanceof LoginState.BankAway away) {
            return texts.get(
                    "now.login.bank-away",
                    away.why().sentence(texts.locale()),
                    away.why().remedy(texts.locale()),
                    away.why().code());
        }
        return ladder.nowKey().isEmpty() ? "" : texts.get(ladder.nowKey(), bank(), attemptsLeft());
    }

    private String bank() {
        return state instanceof LoginState.Present present
                ? texts.bankName(present.ticket().bank())
                : "";
    }

    private int attemptsLeft() {
        return state instanceof LoginState.AtPhone at
                ? at.status().attemptsLeft().orElse(-1)
                : -1;
    }

    private String leftText() {
        return state instanceof LoginState.AtPhone at
                        && ladder.yours()
                        && at.status().secondsLeft() > 0
                ? texts.get(
                        "now.left", Texts.clock(Duration.ofSeconds(at.status().secondsLeft())))
                : "";
    }

    private Tone toneNow() {
        if (state instanceof LoginState.BankAway || ladder.nowKey().equals("now.key-wrong")) {
            return Tone.BAD;
        }
        if (ladder.nowKey().isEmpty()) {
            return Tone.QUIET;
        }
        return ladder.yours() ? Tone.YOUR_TURN : Tone.WORKING;
    }
}
