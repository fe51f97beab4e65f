package io.tetherkey.desktop.ui.phonelogin;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.desktop.ui.ladder.LadderViewModel;
import io.tetherkey.desktop.ui.ladder.Progress;
import io.tetherkey.desktop.ui.ladder.Progress.Telling;
import io.tetherkey.desktop.ui.ladder.Progress.WaitsFor;
import io.tetherkey.desktop.ui.ladder.RungState;
import java.util.Arrays;
import java.util.Optional;

/** Puts the ladder of a login into words. */
public final class LoginProgressViewModel {

    private final Texts texts;
    private final Progress<LoginRung> progress;
    private LoginState state = new LoginState.AtRest(0);
    private PhoneState phone = new PhoneState.Absent();

    /** One step in words. */
    public record LoginRung(String id, String label, RungState state, String stateText) implements Progress.StepLine {}

    LoginProgressViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.progress = new Progress<>(texts, runner);
        texts.onLanguage(this::render);
    }

    /** The steps and the one thing to do now. */
    Progress<LoginRung> progress() {
        return progress;
    }

    void show(LoginState next) {
        state = next;
        render();
    }

    void show(PhoneState next) {
        phone = next;
        render();
    }

    private void render() {
        LoginLadder ladder = LoginLadder.of(state, phone);
        progress.tell(
                ladder,
                new Telling<>(
                        Arrays.stream(LoginRungName.values())
                                .map(name -> rung(ladder, name))
                                .toList(),
                        ladder.nowKey().isEmpty() ? "" : texts.get(ladder.nowKey(), bank(), attemptsLeft()),
                        leftText(ladder),
                        tone(ladder),
                        state instanceof LoginState.BankAway away
                                ? Optional.of(FaultWords.of(away.why(), texts))
                                : Optional.empty(),
                        ladder.rungs().containsValue(RungState.WORKING) && !(state instanceof LoginState.BankAway)
                                ? WaitsFor.WORK
                                : WaitsFor.NO_WORK));
    }

    private LoginRung rung(LoginLadder ladder, LoginRungName name) {
        RungState at = ladder.rungs().getOrDefault(name, RungState.NOT_STARTED);
        return new LoginRung(name.id(), texts.get("rung." + name.id()), at, texts.get("rungstate." + at.id()));
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

    private String leftText(LoginLadder ladder) {
        return state instanceof LoginState.AtPhone at && ladder.yours() ? LadderViewModel.left(at.status(), texts) : "";
    }

    private Tone tone(LoginLadder ladder) {
        if (state instanceof LoginState.BankAway || ladder.nowKey().equals("now.key-wrong")) {
            return Tone.BAD;
        }
        if (ladder.nowKey().isEmpty()) {
            return Tone.QUIET;
        }
        return ladder.yours() ? Tone.YOUR_TURN : Tone.WORKING;
    }
}
