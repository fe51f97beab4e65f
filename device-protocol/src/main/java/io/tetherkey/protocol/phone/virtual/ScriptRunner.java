package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.UserAction;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Carries out a script. Each screen that appears is matched at once, in the thread that shows it; the actions of its
 * rule are then done one after the other on the executor, which runs one task at a time.
 */
public final class ScriptRunner {
    private final PhoneScript script;
    private final PhoneHands hands;
    private final Executor executor;
    private final Pause pause;
    private final Set<Integer> spent = new HashSet<>();
    private String shown = "";

    /** Lets time pass between actions. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    public ScriptRunner(PhoneScript script, PhoneHands hands, Executor executor, Pause pause) {
        this.script = script;
        this.hands = hands;
        this.executor = executor;
        this.pause = pause;
    }

    /** The phone starts: whatever it shows now is new, even if it is what it showed before. */
    public synchronized void switchedOn() {
        shown = "";
    }

    /**
     * A screen appeared or its text changed; the same text again is no change.
     *
     * @return false if the screen is new and no rule is left for it
     */
    public synchronized boolean screenShown(String text) {
        if (text.equals(shown)) {
            return true;
        }
        shown = text;
        Optional<ScriptRule> match = firstMatch(text);
        match.ifPresent(rule -> executor.execute(() -> carryOut(rule.actions())));
        return match.isPresent();
    }

    private Optional<ScriptRule> firstMatch(String text) {
        List<ScriptRule> rules = script.rules();
        for (int i = 0; i < rules.size(); i++) {
            ScriptRule rule = rules.get(i);
            if (!spent.contains(i) && rule.matches(text)) {
                if (rule.once()) {
                    spent.add(i);
                }
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private void carryOut(List<ScriptAction> actions) {
        try {
            for (ScriptAction action : actions) {
                carryOut(action);
            }
        } catch (InterruptedException phoneStops) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(ScriptAction action) throws InterruptedException {
        switch (action) {
            case ScriptAction.Type(String digits) -> hands.act(new UserAction.DigitsTyped(digits.toCharArray()));
            case ScriptAction.Press(ScriptAction.Button button) -> press(button);
            case ScriptAction.Wait(Duration time) -> pause.pause(time);
            case ScriptAction.Unplug() -> hands.unplug();
            case ScriptAction.Plug() -> hands.plug();
            case ScriptAction.PowerCut() -> hands.powerCut();
            case ScriptAction.Lock() -> hands.act(new UserAction.Lock());
            case ScriptAction.Unlock() -> hands.act(new UserAction.Unlock());
        }
    }

    private void press(ScriptAction.Button button) {
        switch (button) {
            case APPROVE -> {
                hands.act(new UserAction.EndReached());
                hands.act(new UserAction.Approve());
            }
            case APPROVE_UNREAD -> hands.act(new UserAction.Approve());
            case DECLINE -> hands.act(new UserAction.Decline());
            case OK -> hands.act(new UserAction.Ok());
            case CANCEL -> hands.act(new UserAction.Cancel());
        }
    }
}
