package io.tetherkey.desktop.app;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.support.Report;
import io.tetherkey.desktop.support.SelfTest;
import io.tetherkey.desktop.support.Timeline;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.support.FilesViewModel;
import io.tetherkey.desktop.ui.support.KnownFolder;
import io.tetherkey.desktop.ui.support.SupportSection;
import io.tetherkey.desktop.ui.support.SupportViewModel;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Wires the diagnosis page's parts to what they show: timeline, self-test, report, folders and log. */
final class SupportDesk {

    private final Profile profile;
    private final Timeline timeline;
    private final PhoneDiagnosis diagnosis;
    private final TaskRunner runner;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile List<HistoryEntry> history = List.of();

    SupportDesk(Profile profile, Timeline timeline, PhoneDiagnosis diagnosis, TaskRunner runner) {
        this.profile = profile;
        this.timeline = timeline;
        this.diagnosis = diagnosis;
        this.runner = runner;
    }

    /** Begins to serve the page; on the UI thread. */
    void serve(SupportViewModel page, BankClient banks, List<BankEntry> listed, Clock clock) {
        page.ladder()
                .onLook(() ->
                        diagnosis.look(found -> runner.onUi(() -> page.ladder().show(found))));
        page.timeline().onClear(timeline::clear);
        timeline.onChange(() -> refresh(page));
        page.sectionProperty().subscribe(section -> showMessages(page));
        page.selfTest().use(new SelfTest(new SelfTestProbes(profile, banks, clock).all(listed)));
        page.report().onMake(ready -> make(page, ready));
        page.files().use(folders(), opener());
        page.files().onDetail(AppLog::detail);
    }

    /** Many messages in a moment are one change on the page. */
    private void refresh(SupportViewModel page) {
        if (told.compareAndSet(false, true)) {
            runner.onUi(() -> {
                told.set(false);
                showMessages(page);
            });
        }
    }

    /** Five hundred rows are not put in words for nobody. */
    private void showMessages(SupportViewModel page) {
        if (page.sectionProperty().get() == SupportSection.MESSAGES) {
            page.timeline().show(timeline.entries());
        }
    }

    /** Past payments; their names are taken out of a report. */
    void historyChanged(List<HistoryEntry> entries) {
        history = List.copyOf(entries);
    }

    private List<KnownFolder> folders() {
        return List.of(
                new KnownFolder("profile", profile.root()),
                new KnownFolder("receipts", profile.receipts()),
                new KnownFolder("log", profile.logs()));
    }

    private static FilesViewModel.Opener opener() {
        return new FolderOpener(System.getProperty("os.name", ""));
    }

    private void make(SupportViewModel page, Consumer<Report> ready) {
        var findings = page.selfTest().findings();
        Thread.ofVirtual()
                .name("report")
                .start(() -> ready.accept(new ReportMaker(profile, diagnosis, timeline, history).make(findings)));
    }
}
