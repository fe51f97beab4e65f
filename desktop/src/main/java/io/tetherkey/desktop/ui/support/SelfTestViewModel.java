package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.support.Finding;
import io.tetherkey.desktop.support.Probe;
import io.tetherkey.desktop.support.SelfTest;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The self-test: what is tried, what came of it, and how far it is; used on the UI thread only. */
public final class SelfTestViewModel {

    private final Texts texts;
    private final TaskRunner runner;
    private final ObservableList<TestLine> lines = FXCollections.observableArrayList();
    private final ObservableList<TestLine> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final List<Finding> findings = new ArrayList<>();
    private SelfTest test = new SelfTest(List.of());
    private Optional<SelfTest.Run> run = Optional.empty();
    private boolean gaveUp;
    private int runs;

    SelfTestViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.runner = runner;
        texts.onLanguage(this::render);
    }

    /** What the button runs. */
    public void use(SelfTest ready) {
        test = ready;
        findings.clear();
        render();
    }

    /** In the order of the test; what is amiss first once it is over. */
    public ObservableList<TestLine> lines() {
        return linesView;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, or how it ended; empty before the first run. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** What was found so far, in order. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Begins anew; does nothing while a run is under way. */
    public void start() {
        if (running.get()) {
            return;
        }
        findings.clear();
        gaveUp = false;
        running.set(true);
        render();
        runs++;
        run = Optional.of(test.start(new Watching(runs)));
    }

    /** Gives the run up; what was found stays. */
    public void cancel() {
        gaveUp = running.get();
        run.ifPresent(SelfTest.Run::cancel);
    }

    /** Brings what a run tells to the UI thread; a run that is not the present one is not heard. */
    private final class Watching implements SelfTest.Listener {

        private final int number;

        Watching(int number) {
            this.number = number;
        }

        @Override
        public void trying(Probe probe) {
            onUi(SelfTestViewModel.this::render);
        }

        @Override
        public void found(Finding finding) {
            onUi(() -> {
                findings.add(finding);
                render();
            });
        }

        @Override
        public void ended() {
            onUi(() -> {
                running.set(false);
                render();
            });
        }

        private void onUi(Runnable task) {
            runner.onUi(() -> {
                if (number == runs) {
                    task.run();
                }
            });
        }
    }

    private void render() {
        List<TestLine> now = new ArrayList<>();
        for (int i = 0; i < test.probes().size(); i++) {
            now.add(line(i, test.probes().get(i)));
        }
        if (!running.get()) {
            now.sort(Comparator.comparing((TestLine line) -> line.tone() != Tone.BAD));
        }
        lines.setAll(now);
        told.set(words());
    }

    private String words() {
        if (running.get()) {
            return texts.get("selftest.progress", findings.size(), test.probes().size());
        }
        if (gaveUp) {
            return texts.get("selftest.cancelled");
        }
        if (findings.isEmpty()) {
            return "";
        }
        long bad = findings.stream().filter(f -> f.fault().isPresent()).count();
        return texts.get("selftest.done", bad);
    }

    private TestLine line(int index, Probe probe) {
        String name = texts.get(
                "selftest." + probe.id(), probe.bank().map(texts::bankName).orElse(""));
        if (index >= findings.size()) {
            boolean now = running.get() && index == findings.size();
            return new TestLine(
                    id(probe),
                    name,
                    texts.get(now ? "selftest.trying" : "selftest.waiting"),
                    now ? Tone.WORKING : Tone.QUIET,
                    Optional.empty());
        }
        Optional<FaultWords> fault = findings.get(index).fault().map(why -> FaultWords.of(why, texts));
        return new TestLine(
                id(probe),
                name,
                texts.get(fault.isEmpty() ? "diagnosisstate.good" : "diagnosisstate.bad"),
                fault.isEmpty() ? Tone.GOOD : Tone.BAD,
                fault);
    }

    private static String id(Probe probe) {
        return probe.id() + probe.bank().map(bank -> "-" + bank.bankId()).orElse("");
    }
}
