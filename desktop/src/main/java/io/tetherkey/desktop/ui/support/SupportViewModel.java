package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.diagnosis.DiagnosisViewModel;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The diagnosis page as a whole: which of its parts is looked at, and each part. */
public final class SupportViewModel {

    private final Texts texts;
    private final ObjectProperty<SupportSection> section = new SimpleObjectProperty<>(SupportSection.LADDER);
    private final DiagnosisViewModel ladder;
    private final TimelineViewModel timeline;
    private final SelfTestViewModel selfTest;
    private final ReportViewModel report;
    private final FilesViewModel files;

    public SupportViewModel(Texts texts, TaskRunner runner, ZoneId zone) {
        this.texts = texts;
        this.ladder = new DiagnosisViewModel(texts);
        this.timeline = new TimelineViewModel(texts, zone);
        this.selfTest = new SelfTestViewModel(texts, runner);
        this.report = new ReportViewModel(texts, runner);
        this.files = new FilesViewModel(texts, runner);
    }

    public Texts texts() {
        return texts;
    }

    public ObjectProperty<SupportSection> sectionProperty() {
        return section;
    }

    public DiagnosisViewModel ladder() {
        return ladder;
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    public SelfTestViewModel selfTest() {
        return selfTest;
    }

    public ReportViewModel report() {
        return report;
    }

    public FilesViewModel files() {
        return files;
    }
}
