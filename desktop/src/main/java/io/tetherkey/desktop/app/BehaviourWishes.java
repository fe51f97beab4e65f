package io.tetherkey.desktop.app;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.settings.BehaviourViewModel;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what the user wishes of the app on this computer, off the UI thread, and shows what became of it. */
final class BehaviourWishes {

    private static final Logger LOG = LoggerFactory.getLogger(BehaviourWishes.class);

    private final BehaviourViewModel behaviour;
    private final Autostart autostart;
    private final TaskRunner runner;

    private BehaviourWishes(BehaviourViewModel behaviour, Autostart autostart, TaskRunner runner) {
        this.behaviour = behaviour;
        this.autostart = autostart;
        this.runner = runner;
    }

    static void fulfil(BehaviourViewModel behaviour, Autostart autostart, SafeStart start, TaskRunner runner) {
        var wishes = new BehaviourWishes(behaviour, autostart, runner);
        behaviour.draws(start.drawing(), start::forget);
        behaviour.onAutostart(
                mode -> Thread.ofVirtual().name("autostart").start(() -> wishes.change(mode)),
                () -> Thread.ofVirtual().name("autostart").start(wishes::look));
    }

    private void look() {
        Autostart.Mode truth = autostart.mode();
        runner.onUi(() -> behaviour.show(truth));
    }

    private void change(Autostart.Mode wanted) {
        try {
            autostart.change(wanted);
        } catch (IOException e) {
            LOG.warn("the start with the session cannot be changed", e);
        }
        look();
    }
}
