package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.fault.Ending;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.desktop.ui.ladder.Progress;
import java.util.List;
import javafx.beans.binding.Bindings;

/** What of the window is announced to who listens instead of looks. */
final class News {

    private News() {}

    static void follow(WindowViewModel window) {
        Announcement announcement = window.announcement();
        var phone = window.phoneCard();
        announcement.follow(Bindings.concat(
                phone.titleProperty(),
                ". ",
                phone.detailProperty(),
                phone.faultProperty().map(told -> told.map(FaultWords::aloud).orElse(""))));
        for (Progress<?> progress : List.of(
                window.ladder().progress(),
                window.enrolment().progress().underWay(),
                window.phoneLogin().progress())) {
            announcement.follow(progress.spokenProperty());
            announcement.follow(progress.slowProperty());
        }
        for (Ending ending : List.of(
                window.enrolment().progress().ending(),
                window.phoneLogin().result().ending(),
                window.result().ending())) {
            announcement.follow(Bindings.when(ending.titleProperty().isEmpty())
                    .then("")
                    .otherwise(Bindings.concat(ending.titleProperty(), " ", ending.spokenProperty())));
        }
        announcement.follow(window.phones().toldProperty());
        announcement.follow(window.waiting().titleProperty());
        announcement.follow(window.computers().questionProperty());
        announcement.follow(window.history().saver().toldProperty());
        var support = window.support();
        announcement.follow(support.selfTest().toldProperty());
        announcement.follow(support.report().saver().toldProperty());
        announcement.follow(support.files().toldProperty());
        announcement.follow(Bindings.createStringBinding(
                () -> window.noticeProperty()
                        .get()
                        .map(fault -> FaultWords.of(fault, window.texts()).aloud())
                        .orElse(""),
                window.noticeProperty()));
    }
}
