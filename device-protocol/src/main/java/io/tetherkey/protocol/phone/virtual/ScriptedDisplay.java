package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.function.Consumer;

/** Reads the screens to a script, and says so where a question of the phone meets no rule. */
record ScriptedDisplay(ScriptRunner runner, ScreenTexts texts, Consumer<String> complaints) implements PhoneDisplay {

    @Override
    public void show(Screen screen) {
        if (!runner.screenShown(screen.text(texts)) && screen.asks()) {
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
