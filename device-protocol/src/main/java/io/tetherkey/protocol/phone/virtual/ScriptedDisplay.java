package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.function.Consumer;

/**
 * Reads the screens to a script, and says so where a question of the phone meets no rule. That a starting phone is
 * locked is not read out, because nobody has to answer it: the phone is unlocked by itself.
 */
final class ScriptedDisplay implements PhoneDisplay {
    private final ScriptRunner runner;
    private final ScreenTexts texts;
    private final Consumer<String> complaints;
    private boolean starting;

    ScriptedDisplay(ScriptRunner runner, ScreenTexts texts, Consumer<String> complaints) {
        this.runner = runner;
        this.texts = texts;
        this.complaints = complaints;
    }

    @Override
    public void switchedOn() {
        starting = true;
        runner.switchedOn();
    }

    @Override
    public void show(Screen screen) {
        boolean startsLocked = starting && screen instanceof Screen.Locked;
        starting = false;
        if (!startsLocked && !runner.screenShown(screen.text(texts)) && screen.asks()) {
            complaints.accept("phone script: no rule is left for the screen "
                    + screen.getClass().getSimpleName() + ", which waits for an answer");
        }
    }

    @Override
    public void cable(CableState state) {
        // A script goes by screens alone.
    }

    @Override
    public void winked() {
        // Nobody to wink at.
    }
}
